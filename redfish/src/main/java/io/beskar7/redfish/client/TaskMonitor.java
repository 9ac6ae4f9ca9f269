package io.beskar7.redfish.client;

import io.beskar7.redfish.http.Reply;
import io.beskar7.redfish.http.Request;
import io.beskar7.redfish.http.Trouble;
import io.beskar7.redfish.json.Json;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Watches the task behind an answer 202 (DSP0266 "Asynchronous operations"). Only a failure of the
 * task is news: BMCs delete tasks early, so that its end proves nothing.
 */
final class TaskMonitor {
  private static final Set<String> FAILED = Set.of("Exception", "Killed", "Cancelled");

  private final Handle handle;
  private @Nullable String path;
  private @Nullable String failure;

  TaskMonitor(Handle handle, @Nullable String path) {
    this.handle = handle;
    this.path = path;
  }

  void look() throws Trouble {
    String monitor = path;
    if (monitor == null) {
      return;
    }
    Request request = new Request("GET", monitor, null, Map.of(), true);
    Reply.Answer answer = handle.connection().read(request, handle.access(), handle.pace());
    String state = Json.parse(answer.body()).orElse(Json.NOTHING).text("TaskState");
    if (state != null && FAILED.contains(state)) {
      failure = "its task ended as " + state;
    } else if (answer.status() >= 400 && answer.status() != 404 && answer.status() != 503) {
      failure = "its task ended with " + answer.status();
    }
    if (answer.status() != 202) {
      path = null;
    }
  }

  @Nullable String failure() {
    return failure;
  }
}
