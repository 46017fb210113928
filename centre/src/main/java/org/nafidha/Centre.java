package org.nafidha;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The centre: starts every module of the modular monolith on one port, over one PostgreSQL. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Nafidha", sharedModules = "kernel")
public class Centre {

	public static void main(String[] args) {
		SpringApplication.run(Centre.class, args);
	}
}
