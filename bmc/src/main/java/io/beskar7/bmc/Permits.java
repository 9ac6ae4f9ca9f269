package io.beskar7.bmc;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/** A semaphore whose size may change at any time. */
final class Permits {
  private final IntSupplier size;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition freed = lock.newCondition();
  private int used;

  Permits(IntSupplier size) {
    this.size = size;
  }

  void acquire() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (used >= size.getAsInt()) {
        freed.await();
      }
      used++;
    } finally {
      lock.unlock();
    }
  }

  void release() {
    lock.lock();
    try {
      used--;
      // All: the size may have grown since the others began to wait.
      freed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
