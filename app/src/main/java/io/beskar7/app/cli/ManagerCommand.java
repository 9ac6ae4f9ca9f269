package io.beskar7.app.cli;

import io.beskar7.app.config.Config;
import io.beskar7.app.config.ConfigResolver;
import io.beskar7.app.run.ConfigLoader;
import io.beskar7.app.run.Manager;
import io.beskar7.app.run.Serving;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** beskar7 manager. */
@Command(
    name = "manager",
    description = {
      "Run against an existing Kubernetes API, beside Cluster API: in a pod, or with a kubeconfig.",
      "The custom resource definitions of deploy/crds must be installed there."
    },
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  beskar7 manager                                        in a pod",
      "  beskar7 manager --kubeconfig ~/.kube/config            from outside",
      "  beskar7 --leader-elect --max-concurrent-reconciles=12  flags alone are the manager too"
    })
final class ManagerCommand implements Callable<Integer> {
  @Mixin final ApiOptions api = new ApiOptions();
  private final Context context;
  private final SettingFlags flags;

  ManagerCommand(Context context, SettingFlags flags) {
    this.context = context;
    this.flags = flags;
  }

  @Override
  public Integer call() throws Exception {
    ConfigResolver resolver = flags.resolver(context.environment());
    Config early = ConfigLoader.early(resolver);
    ServerLogs.start(early);
    try (Manager manager = Manager.start(resolver, api.config(context))) {
      Serving.untilToldToEnd(manager);
    }
    return ExitCode.OK;
  }
}
