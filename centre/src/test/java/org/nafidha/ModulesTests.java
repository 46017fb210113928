package org.nafidha;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house of DESIGN.md section 3 stands: calls go down, internals stay inside. */
class ModulesTests {

	private final ApplicationModules modules = ApplicationModules.of(Centre.class);

	@Test
	void everyModuleUsesOnlyTheRootPackagesOfTheModulesItDeclares() {
		modules.verify();
	}
}
