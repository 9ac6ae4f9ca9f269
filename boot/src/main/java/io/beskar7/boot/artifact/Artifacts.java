package io.beskar7.boot.artifact;

import java.nio.file.Path;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Serves one folder, with ranges and without listings, in clear and over TLS. */
public final class Artifacts extends Handler.Wrapper {
  private final FetchRecord record;

  private Artifacts(Handler files, FetchRecord record) {
    super(files);
    this.record = record;
  }

  /** The handler; what is not below its two paths it leaves to others. */
  public static Handler of(Path folder, FetchRecord record) {
    ResourceHandler files = new ResourceHandler();
    files.setDirAllowed(false);
    files.setAcceptRanges(true);
    ContextHandler context = new ContextHandler(files, "/artifacts");
    context.setBaseResource(ResourceFactory.root().newResource(folder));
    return new Artifacts(context, record);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getCanonicalPath();
    if (path == null || !path.startsWith(ArtifactPaths.RUN_PREFIX)) {
      return super.handle(request, response, callback);
    }
    String[] parts = path.substring(ArtifactPaths.RUN_PREFIX.length()).split("/", 3);
    if (parts.length < 3 || parts[2].isEmpty()) {
      return false;
    }
    if (request.getMethod().equals("GET")) {
      record.fetched(parts[0], parts[1], parts[2]);
    }
    HttpURI plain =
        HttpURI.build(request.getHttpURI()).path(ArtifactPaths.PREFIX + parts[2]).asImmutable();
    return super.handle(Request.serveAs(request, plain), response, callback);
  }
}
