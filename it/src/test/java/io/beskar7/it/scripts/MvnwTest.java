package io.beskar7.it.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that chooses JDK and Maven, on machines made of fake ones. */
class MvnwTest {
  private static final Path ROOT = Path.of(System.getProperty("beskar7.root"));

  @TempDir Path dir;
  private Path bin;

  @BeforeEach
  void aPathWithMaven399() throws IOException {
    bin = Files.createDirectories(dir.resolve("bin"));
    maven("3.9.9");
  }

  @Test
  void aNewEnoughJdkIsChosenAlthoughJavaHomeIsOlder() throws Exception {
    jdk("old", "17.0.15");
    Path young = jdk("young", "25.0.3");
    Run run =
        mvnw(
            Map.of(
                "JAVA_HOME",
                dir.resolve("old").toString(),
                "BESKAR7_JDK_PATHS",
                dir.resolve("old") + ":" + young));
    assertThat(run.out()).contains("ran with JAVA_HOME=" + young);
    assertThat(run.exit()).isZero();
  }

  @Test
  void javaHomeIsTakenWhenItFits() throws Exception {
    Path home = jdk("home", "26");
    Run run = mvnw(Map.of("JAVA_HOME", home.toString()));
    assertThat(run.out()).contains("ran with JAVA_HOME=" + home);
  }

  @Test
  void aJdkUnderSdkmanIsFound() throws Exception {
    Path home = jdk(".sdkman/candidates/java/25.0.1-tem", "25.0.1");
    Run run = mvnw(Map.of("HOME", dir.toString(), "JAVA_HOME", jdk("old", "17").toString()));
    assertThat(run.out()).containsPattern("ran with JAVA_HOME=(" + home + "|/usr/lib/jvm/|/opt/)");
  }

  @Test
  void withoutAJdkOneLineSaysWhatToInstall() throws Exception {
    Path old = jdk("old", "17.0.15");
    Run run = mvnw(Map.of("BESKAR7_JDK_PATHS", old.toString()));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "beskar7: no JDK 25 or newer found in "
                + old
                + ": install one (for example Temurin 25) or set BESKAR7_JDK_PATHS\n");
  }

  @Test
  void aMavenWithTheWrongDigestIsNotUsed() throws Exception {
    maven("3.6.3");
    executable(bin.resolve("curl"), "#!/bin/sh\nprintf tampered > \"$5\"\n");
    Run run =
        mvnw(
            Map.of(
                "BESKAR7_JDK_PATHS",
                jdk("young", "25").toString(),
                "BESKAR7_MAVEN_HOME",
                dir.resolve("maven").toString()));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("does not have the expected SHA-512: not used");
    assertThat(dir.resolve("maven")).doesNotExist();
  }

  private void maven(String version) throws IOException {
    executable(
        bin.resolve("mvn"),
        "#!/bin/sh\ncase \"$*\" in *--version*) echo 'Apache Maven "
            + version
            + " (x)';; *) echo \"ran with JAVA_HOME=$JAVA_HOME\";; esac\n");
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = dir.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    executable(home.resolve("bin/javac"), "#!/bin/sh\n");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private static void executable(Path file, String script) throws IOException {
    Files.writeString(file, script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Run mvnw(Map<String, String> environment) throws IOException, InterruptedException {
    Path err = dir.resolve("stderr");
    ProcessBuilder builder =
        new ProcessBuilder(ROOT.resolve("mvnw").toString(), "test").redirectError(err.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().put("PATH", bin + ":/usr/bin:/bin");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out, Files.readString(err));
  }

  private record Run(int exit, String out, String err) {}
}
