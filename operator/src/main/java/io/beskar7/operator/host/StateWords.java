package io.beskar7.operator.host;

import io.beskar7.api.host.HostState;

/** The words of status.state. */
final class StateWords {
  private StateWords() {}

  static String word(HostState state) {
    return switch (state) {
      case ENROLLING -> "Enrolling";
      case AVAILABLE -> "Available";
      case IN_USE -> "InUse";
      case INSPECTING -> "Inspecting";
      case DEPLOYING -> "Deploying";
      case READY -> "Ready";
      case CLEANING -> "Cleaning";
      case MAINTENANCE -> "Maintenance";
      case ERROR -> "Error";
    };
  }
}
