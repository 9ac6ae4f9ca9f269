package io.beskar7.boot.script;

import io.beskar7.boot.http.Call;
import io.beskar7.boot.http.Refusal;
import io.beskar7.boot.http.Reply;
import org.jspecify.annotations.Nullable;

/**
 * By which URLs machines call this server.
 *
 * @param advertised host and port; null takes what the machine itself used
 * @param insecureApi whether reports and bootstrap data may travel in clear
 */
public record Addresses(@Nullable String advertised, boolean insecureApi) {

  /** Base URL for scripts and files: as the machine came, since many iPXE builds have no TLS. */
  String scripts(Call call) {
    return (call.secure() ? "https://" : "http://") + authority(call);
  }

  /** Base URL for reports and bootstrap data. */
  String api(Call call) {
    return (insecureApi ? "http://" : "https://") + authority(call);
  }

  private String authority(Call call) {
    String authority = advertised == null ? call.authority() : advertised;
    if (authority == null) {
      throw new Refusal(Reply.text(400, "the Host header is missing or cannot be used"));
    }
    return authority;
  }
}
