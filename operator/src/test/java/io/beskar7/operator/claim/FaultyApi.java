package io.beskar7.operator.claim;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.claim.HostChange;
import io.beskar7.domain.claim.ObjectName;
import io.beskar7.domain.claim.Ticket;
import io.beskar7.operator.kube.WriteResult;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An API behind a bad network: requests and answers are lost by chance, by a seed. */
class FaultyApi implements ClaimApi {
  private final ClaimApi api;
  private final Random random;
  private volatile boolean broken = true;

  FaultyApi(ClaimApi api, long seed) {
    this.api = api;
    this.random = new Random(seed);
  }

  /** From now on nothing is lost. */
  void repair() {
    broken = false;
  }

  @Override
  public @Nullable Beskar7Machine machine(ObjectName name) {
    loses(20, "request");
    return api.machine(name);
  }

  @Override
  public @Nullable PhysicalHost host(ObjectName name) {
    loses(20, "request");
    return api.host(name);
  }

  @Override
  public WriteResult<Beskar7Machine> write(Beskar7Machine read, @Nullable Ticket ticket) {
    return write(() -> api.write(read, ticket));
  }

  @Override
  public WriteResult<PhysicalHost> write(PhysicalHost read, HostChange change) {
    return write(() -> api.write(read, change));
  }

  private <T> WriteResult<T> write(Supplier<WriteResult<T>> write) {
    loses(5, "request");
    WriteResult<T> result = write.get();
    loses(4, "answer");
    return result;
  }

  private synchronized void loses(int oneIn, String what) {
    if (broken && random.nextInt(oneIn) == 0) {
      throw new KubernetesClientException(what + " lost");
    }
  }
}
