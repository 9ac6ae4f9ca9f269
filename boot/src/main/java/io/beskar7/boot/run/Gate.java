package io.beskar7.boot.run;

import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.boot.http.Call;
import io.beskar7.boot.http.Refusal;
import io.beskar7.boot.http.Reply;
import io.beskar7.domain.bmc.HostKey;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Lets a machine with a token at its run, and nobody else. */
public final class Gate {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final Runs runs;
  private final boolean insecureAllowed;

  public Gate(Runs runs, boolean insecureAllowed) {
    this.runs = runs;
    this.insecureAllowed = insecureAllowed;
  }

  /**
   * Who has passed: the host of the path, and the token, which is checked at each look at the run.
   */
  public final class Pass {
    private final HostKey host;
    private final String token;

    private Pass(HostKey host, String token) {
      this.host = host;
      this.token = token;
    }

    public HostKey host() {
      return host;
    }

    /** Changes the open run, see {@link Runs#change}. */
    public ProvisioningRun change(Runs.Change change) {
      return runs.change(host, token, RunStatus::isOpen, change);
    }

    /** Changes the run that is open or otherwise {@code eligible}. */
    public ProvisioningRun change(Predicate<ProvisioningRun> eligible, Runs.Change change) {
      return runs.change(host, token, RunStatus.OPEN.or(eligible), change);
    }

    /** The open run, live. */
    public ProvisioningRun look() {
      return change(run -> false);
    }
  }

  /**
   * Refuses what comes in clear before the token is read. The token is judged with the run.
   *
   * @throws Refusal 403 in clear, 401 without a token
   */
  public Pass enter(Call call) {
    if (!call.secure() && !insecureAllowed) {
      throw new Refusal(Reply.error(403, "use https: tokens do not travel in clear"));
    }
    String token = call.bearer();
    if (token == null || !TOKEN.matcher(token).matches()) {
      throw new Refusal(Reply.unauthorized());
    }
    return new Pass(new HostKey(call.path("namespace"), call.path("host")), token);
  }
}
