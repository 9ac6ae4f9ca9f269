package io.beskar7.apiserver.resource;

import io.beskar7.apiserver.store.Entry;

/** Which objects of a kind are meant: by place, labels and fields. */
public record Selection(Address at, LabelSelector labels, FieldSelector fields) {

  /** Whether a key lies in the asked part of the store. */
  public boolean covers(String key) {
    return key.startsWith(prefix());
  }

  public String prefix() {
    return at.type().prefix(at.namespace());
  }

  public boolean matches(Entry entry) {
    return labels.matches(entry.facts().labels()) && fields.matches(entry);
  }
}
