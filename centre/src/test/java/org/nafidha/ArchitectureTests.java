package org.nafidha;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

/** What every class of the centre keeps to (DESIGN.md section 9), beside the module borders of {@link ModulesTests}. */
class ArchitectureTests {

	// the folder a class was loaded from tells main from test, whoever built it
	private static final JavaClasses MAIN = new ClassFileImporter().withImportOption(location -> !location.contains("/org/nafidha/pages/"))
			.importPaths(folder(Centre.class));
	private static final JavaClasses TESTS = new ClassFileImporter().importPaths(folder(ArchitectureTests.class));
	private static final Set<String> UNCLOCKED = Set.of("java.time.Instant", "java.time.LocalDate", "java.time.LocalDateTime", "java.time.LocalTime",
			"java.time.ZonedDateTime", "java.time.OffsetDateTime", "java.time.OffsetTime", "java.time.Year", "java.time.YearMonth",
			"java.time.MonthDay");

	@Test
	void theRulesSeeTheWholeCentre() {
		assertThat(MAIN).hasSizeGreaterThan(50);
		assertThat(MAIN.contain(Centre.class)).isTrue();
		assertThat(MAIN.contain(ArchitectureTests.class)).isFalse();
		assertThat(TESTS.contain(ArchitectureTests.class)).isTrue();
	}

	@Test
	void packagesDoNotDependOnEachOtherInCircles() {
		// a module's internals serve its own API, so a module counts as one
		slices().matching("org.nafidha.(*)..").should().beFreeOfCycles().check(MAIN);
	}

	@Test
	void internalTypesArePackagePrivate() {
		classes().that().resideInAPackage("..internal..").and().areTopLevelClasses().should().notBePublic().check(MAIN);
	}

	@Test
	void nothingOutsideAModuleReachesItsInternals() {
		classes().that().resideInAPackage("org.nafidha..internal..").should(new ArchCondition<JavaClass>("be used by their own module only") {
			@Override
			public void check(JavaClass internal, ConditionEvents events) {
				internal.getDirectDependenciesToSelf().stream()
						.filter(d -> !module(d.getOriginClass()).equals(module(internal)))
						.forEach(d -> events.add(SimpleConditionEvent.violated(internal, d.getDescription())));
			}
		}).check(MAIN);
	}

	@Test
	void namesSayWhatATypeIs() {
		noClasses().should().haveNameMatching(".*(Impl|Utils?|Manager|Helper|Dto|DTO)").check(MAIN);
	}

	@Test
	void timeComesFromTheInjectedClock() {
		noClasses().that().doNotHaveFullyQualifiedName("org.nafidha.platform.internal.ClockConfiguration").should()
				.callMethodWhere(new DescribedPredicate<JavaMethodCall>("the time is read without a clock") {
					@Override
					public boolean test(JavaMethodCall call) {
						boolean now = call.getName().equals("now") && UNCLOCKED.contains(call.getTargetOwner().getName())
								&& call.getTarget().getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(java.time.Clock.class));
						boolean clock = call.getTargetOwner().isEquivalentTo(java.time.Clock.class) && call.getName().startsWith("system");
						boolean millis = call.getTargetOwner().isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
						return now || clock || millis;
					}
				}).check(MAIN);
	}

	@Test
	void nothingIsPrintedPastTheLog() {
		noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err").orShould()
				.callMethodWhere(target(owner(DescribedPredicate.describe("a throwable", o -> o.isAssignableTo(Throwable.class))))
						.and(JavaCall.Predicates.target(DescribedPredicate.describe("printStackTrace", t -> t.getName().equals("printStackTrace")))))
				.check(MAIN);
	}

	@Test
	void dependenciesAreGivenToTheConstructor() {
		noFields().should().beAnnotatedWith(Autowired.class).orShould()
				.beAnnotatedWith("org.springframework.beans.factory.annotation.Value").check(MAIN);
	}

	@Test
	void nothingSharedCanBeReassigned() {
		fields().that().areStatic().should().beFinal().check(MAIN);
	}

	@Test
	void constructorsTakeSixParametersAtMost() {
		classes().that().areNotRecords().and().areNotEnums().should(new ArchCondition<JavaClass>("have constructors of at most six parameters") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				type.getConstructors().stream().filter(c -> !c.getModifiers().contains(JavaModifier.SYNTHETIC))
						.filter(c -> c.getRawParameterTypes().size() > 6)
						.forEach(c -> events
								.add(SimpleConditionEvent.violated(type, c.getDescription() + " takes " + c.getRawParameterTypes().size())));
			}
		}).check(MAIN);
	}

	@Test
	void configurationsStayInside() {
		classes().that().areAnnotatedWith(Configuration.class).should().notBePublic().check(MAIN);
	}

	/** Surefire takes classes whose names end in Tests; any other is skipped in silence, so there must be none. */
	@Test
	void everyClassWithATestEndsInTests() {
		classes().that(new DescribedPredicate<JavaClass>("contain tests") {
			@Override
			public boolean test(JavaClass type) {
				return !type.getModifiers().contains(JavaModifier.ABSTRACT) && type.getMethods().stream().flatMap(m -> m.getAnnotations().stream())
						.anyMatch(a -> isTest(a.getRawType()));
			}
		}).should(new ArchCondition<JavaClass>("end in Tests") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				JavaClass outer = type;
				while (outer.getEnclosingClass().isPresent()) {
					outer = outer.getEnclosingClass().get();
				}
				if (!outer.getSimpleName().endsWith("Tests")) {
					events.add(SimpleConditionEvent.violated(type, type.getName() + " would never be run"));
				}
			}
		}).check(TESTS);
	}

	private static boolean isTest(JavaClass annotation) {
		return annotation.getName().equals("org.junit.jupiter.api.Test")
				|| annotation.isMetaAnnotatedWith("org.junit.platform.commons.annotation.Testable")
				|| annotation.isMetaAnnotatedWith("org.junit.jupiter.api.TestTemplate");
	}

	private static Path folder(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		} catch (URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The part after {@code org.nafidha}. */
	private static String module(JavaClass type) {
		String[] parts = type.getPackageName().split("\\.");
		return parts.length > 2 ? parts[2] : "";
	}
}
