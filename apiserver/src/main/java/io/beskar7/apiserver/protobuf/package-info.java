/** Objects of built-in kinds as Go clients send them: protobuf in the envelope of Kubernetes. */
@NullMarked
package io.beskar7.apiserver.protobuf;

import org.jspecify.annotations.NullMarked;
