package org.nafidha.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One Chromium (Debian's) for all browser tests of a run, closed at its end. */
final class Chromium implements BeforeAllCallback {

	private static final ExtensionContext.Namespace RUN = ExtensionContext.Namespace.create(Chromium.class);
	private static final ThreadLocal<Browser> CURRENT = new ThreadLocal<>();

	/** Closed by JUnit with its root store. */
	private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
		@Override
		public void close() {
			browser.close();
			playwright.close();
		}
	}

	static Browser browser() {
		return CURRENT.get();
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		Running running = context.getRoot().getStore(RUN).computeIfAbsent("browser", key -> start(), Running.class);
		CURRENT.set(running.browser());
	}

	private static Running start() {
		Path chromium = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome")).stream()
				.filter(Files::isExecutable).findFirst()
				.orElseThrow(() -> new IllegalStateException("the browser tests need Chromium: apt-get install -y chromium"));
		Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		Browser browser = playwright.chromium()
				.launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
		return new Running(playwright, browser);
	}
}
