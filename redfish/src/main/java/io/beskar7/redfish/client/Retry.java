package io.beskar7.redfish.client;

import io.beskar7.redfish.Cause;
import io.beskar7.redfish.Pace;
import io.beskar7.redfish.RedfishSettings;
import io.beskar7.redfish.http.Trouble;
import java.time.Duration;

/** Tries a read again while its trouble is passing. */
final class Retry {
  private Retry() {}

  static <T> T read(RedfishSettings settings, String address, Pace pace, Call<T> read)
      throws Trouble {
    Duration delay = settings.readDelay();
    for (int attempt = 1; ; attempt++) {
      try {
        return read.perform();
      } catch (Trouble trouble) {
        if (attempt >= settings.readTries() || !trouble.problem().cause().passing()) {
          throw trouble;
        }
        Duration wanted = trouble.notBefore();
        pause(address, pace, wanted.compareTo(delay) > 0 ? wanted : delay);
      }
      delay = delay.multipliedBy(2);
    }
  }

  static void pause(String address, Pace pace, Duration delay) throws Trouble {
    if (!pace.pause(delay)) {
      throw new Trouble(Cause.ABANDONED, address + ": the call was given up");
    }
  }
}
