/**
 * The claim protocol ("epoch ticket") as pure steps, and who may have which host.
 *
 * <p>A machine that wants a host first writes a ticket into its own status (host, its UID, its
 * claimEpoch), then binds the host at exactly that epoch, which raises it. So a ticket is used once
 * or never: whoever finds one, after a crash or a lost answer, can tell from a live read of the
 * host whether it is bound, can still be bound, or is dead for ever. Two writes, no lease, no
 * clock.
 *
 * <p>Invariants: C1 the consumer of a host is the machine that was told so, until that machine lets
 * go. C2 no two hosts name one machine. C3 a host whose consumer is proven gone is freed. C4 when
 * faults stop, each machine is bound or waits for a true reason. ClaimExplorationTest explores
 * schedules, crashes, lost replies and stale caches; change nothing here without it.
 */
@NullMarked
package io.beskar7.domain.claim;

import org.jspecify.annotations.NullMarked;
