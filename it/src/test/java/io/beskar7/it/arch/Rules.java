package io.beskar7.it.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** The house rules: who may know whom, and what nobody may do. */
final class Rules {
  private static final String OURS = "io.beskar7..";

  /** All main classes of the product. */
  static JavaClasses house() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("io.beskar7");
  }

  /** Only what a bad fixture consists of. */
  static JavaClasses fixture(Class<?>... classes) {
    return new ClassFileImporter().importClasses(classes);
  }

  static ArchRule mayKnowOnly(String module, String... modules) {
    String[] allowed = new String[modules.length + 1];
    allowed[0] = "io.beskar7." + module + "..";
    for (int i = 0; i < modules.length; i++) {
      allowed[i + 1] = "io.beskar7." + modules[i] + "..";
    }
    DescribedPredicate<JavaClass> forbidden =
        resideInAPackage(OURS)
            .and(not(resideInAnyPackage(allowed)))
            .as("modules of ours other than " + String.join(", ", modules));
    return noClasses()
        .that()
        .resideInAPackage("io.beskar7." + module + "..")
        .should()
        .dependOnClassesThat(forbidden)
        .allowEmptyShould(true);
  }

  static final ArchRule DOMAIN_IS_PURE =
      classes()
          .that()
          .resideInAPackage("io.beskar7.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.beskar7.domain..", "java..", "org.jspecify.annotations..")
          .because("decisions are tested without any world around them");

  static final ArchRule SIMULATOR_HAS_NO_KUBERNETES_CLIENT =
      noClasses()
          .that()
          .resideInAPackage("io.beskar7.simulator..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.fabric8..", "io.javaoperatorsdk..")
          .because("the judge of the tests must not share the product's view of the world");

  static final ArchRule NO_CYCLES = slices().matching("io.beskar7.(**)").should().beFreeOfCycles();

  static final ArchRule NOBODY_SLEEPS =
      noClasses()
          .should()
          .callMethodWhere(
              new DescribedPredicate<>("the target is Thread.sleep or TimeUnit.sleep") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                  String owner = call.getTargetOwner().getName();
                  return call.getName().equals("sleep")
                      && (owner.equals("java.lang.Thread")
                          || owner.equals("java.util.concurrent.TimeUnit"));
                }
              })
          .because("an event is awaited, or a timer of the time port is set");

  static final ArchRule TIME_COMES_THROUGH_THE_PORT =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.beskar7.domain..",
              "io.beskar7.redfish..",
              "io.beskar7.bmc..",
              "io.beskar7.operator..",
              "io.beskar7.boot..")
          .and()
          .doNotHaveFullyQualifiedName("io.beskar7.domain.time.SystemTime")
          .should()
          .callMethodWhere(
              new DescribedPredicate<>("the target reads the machine's clock") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                  String target = call.getTargetOwner().getName() + "." + call.getName();
                  boolean withoutClock = call.getTarget().getRawParameterTypes().isEmpty();
                  return target.equals("java.lang.System.currentTimeMillis")
                      || target.equals("java.time.Clock.systemUTC")
                      || target.equals("java.time.Clock.systemDefaultZone")
                      || (target.matches("java\\.time\\.[A-Za-z]+\\.now") && withoutClock);
                }
              })
          .because("tests own the time, and --time-scale speeds everything alike");

  static final ArchRule RECONCILERS_HAVE_NO_MUTABLE_STATE =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .implement("io.javaoperatorsdk.operator.api.reconciler.Reconciler")
          .should()
          .beFinal()
          .allowEmptyShould(true)
          .because("what must survive is in the API");

  static final ArchRule SHARED_OBJECTS_ARE_PUT_AT_THE_VERSION_READ =
      noClasses()
          .that()
          .resideInAnyPackage("io.beskar7.operator..", "io.beskar7.boot..")
          .should()
          .callMethodWhere(
              new DescribedPredicate<>("the target may overwrite another writer's field") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                  String owner = call.getTargetOwner().getName();
                  String name = call.getName();
                  return (owner.startsWith("io.javaoperatorsdk") && name.startsWith("patch"))
                      || owner.endsWith("PrimaryUpdateAndCacheUtils")
                      || (owner.startsWith("io.fabric8.kubernetes.client.dsl")
                          && (name.equals("replace")
                              || name.equals("replaceStatus")
                              || name.equals("createOrReplace")
                              || name.equals("serverSideApply")));
                }
              })
          .because("a lost update is a claim given to two");

  static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.beskar7.app..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  /** A field of a shared object may be set in these packages only. */
  static ArchRule onlyWriters(Class<?> owner, String field, String... packages) {
    return noClasses()
        .that()
        .resideInAPackage(OURS)
        .and(not(resideInAnyPackage(packages)))
        .should()
        .setField(owner, field)
        .because("each field has one writer");
  }

  private Rules() {}
}
