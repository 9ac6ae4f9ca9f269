package io.beskar7.apiserver.protobuf;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** The wire format of protobuf: keys, varints and length-delimited values. */
final class Wire {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int DELIMITED = 2;
  static final int FIXED32 = 5;

  private final ByteBuffer bytes;

  Wire(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  boolean more() {
    return bytes.hasRemaining();
  }

  long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = bytes.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a varint is longer than ten bytes");
  }

  ByteBuffer delimited() {
    long length = varint();
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer part = bytes.slice(bytes.position(), (int) length);
    bytes.position(bytes.position() + (int) length);
    return part;
  }

  void skip(int wireType) {
    switch (wireType) {
      case VARINT -> varint();
      case FIXED64 -> bytes.position(bytes.position() + 8);
      case DELIMITED -> delimited();
      case FIXED32 -> bytes.position(bytes.position() + 4);
      default -> throw new IllegalArgumentException("wire type " + wireType);
    }
  }
}
