package org.nafidha;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house of DESIGN.md section 3 stands: calls go down, internals stay inside. */
class ModulesTests {

	/** Tests are left out by where they were compiled to, wherever that is; generated pages, which belong to the face of their folder, by name. */
	private static final String TESTS = ModulesTests.class.getProtectionDomain().getCodeSource().getLocation().getPath();

	private final ApplicationModules modules = ApplicationModules.of(Centre.class,
			location -> !location.contains(TESTS) && !location.contains("/org/nafidha/pages/"));

	@Test
	void everyModuleUsesOnlyTheRootPackagesOfTheModulesItDeclares() {
		modules.verify();
	}
}
