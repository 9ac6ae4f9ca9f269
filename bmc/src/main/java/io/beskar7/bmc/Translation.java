package io.beskar7.bmc;

import io.beskar7.domain.bmc.BmcFailure;
import io.beskar7.domain.bmc.BmcTarget;
import io.beskar7.domain.bmc.BmcTrust;
import io.beskar7.domain.bmc.PowerState;
import io.beskar7.domain.bmc.SystemFacts;
import io.beskar7.redfish.Cause;
import io.beskar7.redfish.NetworkAddresses;
import io.beskar7.redfish.Power;
import io.beskar7.redfish.SystemInfo;
import io.beskar7.redfish.Target;
import io.beskar7.redfish.Trust;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Between the words of Redfish and those of the product. */
final class Translation {
  private Translation() {}

  static Target target(BmcTarget target) {
    return new Target(
        target.address(),
        target.credentials().username(),
        target.credentials().password(),
        trust(target.trust()));
  }

  private static Trust trust(BmcTrust trust) {
    return switch (trust) {
      case BmcTrust.SystemRoots() -> new Trust.SystemRoots();
      case BmcTrust.CaBundle(String pem) -> new Trust.CaBundle(pem);
      case BmcTrust.Insecure() -> new Trust.Insecure();
    };
  }

  static PowerState power(Power power) {
    return switch (power) {
      case ON -> PowerState.ON;
      case OFF -> PowerState.OFF;
      case TRANSITION -> PowerState.TRANSITION;
      case UNKNOWN -> PowerState.UNKNOWN;
    };
  }

  static SystemFacts facts(SystemInfo info, NetworkAddresses addresses) {
    return new SystemFacts(
        info.uri(),
        info.manufacturer(),
        info.model(),
        info.serialNumber(),
        info.sku(),
        info.uuid(),
        info.biosVersion(),
        info.health(),
        info.cores(),
        info.memoryMiB(),
        addresses.macAddresses(),
        addresses.ipAddresses(),
        info.pxeSupported(),
        bmcType(info.vendor(), info.manufacturer()));
  }

  private static String bmcType(@Nullable String vendor, @Nullable String manufacturer) {
    String name = (vendor + " " + manufacturer).toLowerCase(Locale.ROOT);
    if (name.contains("dell")) {
      return "dell-idrac";
    }
    if (name.contains("hpe") || name.contains("hewlett")) {
      return "hpe-ilo";
    }
    if (name.contains("lenovo")) {
      return "lenovo-xcc";
    }
    return name.contains("supermicro") ? "supermicro" : "generic";
  }

  static BmcFailure failure(Cause cause) {
    return switch (cause) {
      case UNREACHABLE -> BmcFailure.UNREACHABLE;
      case TLS_NOT_TRUSTED -> BmcFailure.TLS_NOT_TRUSTED;
      case CREDENTIALS_REFUSED -> BmcFailure.CREDENTIALS_REFUSED;
      case LOGIN_BLOCKED -> BmcFailure.LOGIN_GUARD;
      case PASSWORD_CHANGE_REQUIRED -> BmcFailure.PASSWORD_CHANGE_REQUIRED;
      case FORBIDDEN -> BmcFailure.FORBIDDEN;
      case SESSION_LIMIT -> BmcFailure.SESSION_LIMIT;
      // Whether to go on is for the submitter to say, by asking again.
      case NOT_READY, SESSION_LOST, ABANDONED -> BmcFailure.NOT_READY;
      case NOT_REDFISH -> BmcFailure.NOT_REDFISH;
      case AMBIGUOUS_SYSTEM -> BmcFailure.AMBIGUOUS_SYSTEM;
      case SYSTEM_NOT_FOUND -> BmcFailure.SYSTEM_NOT_FOUND;
      case PXE_NOT_SUPPORTED -> BmcFailure.PXE_NOT_SUPPORTED;
      case RESET_NOT_SUPPORTED -> BmcFailure.RESET_NOT_SUPPORTED;
      case OVERRIDE_NOT_TAKEN -> BmcFailure.OVERRIDE_NOT_TAKEN;
      case POWER_NOT_CONFIRMED -> BmcFailure.POWER_NOT_CONFIRMED;
      case TIMEOUT -> BmcFailure.TIMEOUT;
      case OUTCOME_UNKNOWN -> BmcFailure.OUTCOME_UNKNOWN;
      case UNEXPECTED_ANSWER -> BmcFailure.UNEXPECTED_ANSWER;
    };
  }
}
