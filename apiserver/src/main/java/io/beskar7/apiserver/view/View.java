package io.beskar7.apiserver.view;

import io.beskar7.apiserver.resource.Lister;
import io.beskar7.apiserver.store.Entry;
import java.io.IOException;
import java.io.OutputStream;

/** One way to show objects; made for one response. */
public interface View {
  void object(Entry entry, OutputStream out) throws IOException;

  void list(Lister.Page page, OutputStream out) throws IOException;

  /** The object of a watch event. */
  void change(Entry entry, OutputStream out) throws IOException;

  /** The object of a bookmark, the last one of the initial events or any later one. */
  void bookmark(long revision, boolean initialEventsEnd, OutputStream out) throws IOException;

  /** Content type of the response. */
  String contentType();
}
