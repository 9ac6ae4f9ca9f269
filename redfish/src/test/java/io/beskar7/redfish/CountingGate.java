package io.beskar7.redfish;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lets every login through and remembers what it was told. */
final class CountingGate implements LoginGate {
  final List<String> said = new CopyOnWriteArrayList<>();

  @Override
  public Optional<Problem> admit() {
    said.add("admit");
    return Optional.empty();
  }

  @Override
  public void accepted() {
    said.add("accepted");
  }

  @Override
  public void refused() {
    said.add("refused");
  }

  @Override
  public void notJudged() {
    said.add("not judged");
  }
}
