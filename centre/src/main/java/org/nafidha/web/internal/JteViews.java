package org.nafidha.web.internal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Finds {@code portal/home} as the template {@code jte/portal/home.jte}, compiled with the product, and gives it {@code
 * page} beside its model. A page is rendered whole before the first byte is sent, so that an error still becomes an error page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class JteViews implements ViewResolver {

	private static final String TYPE = "text/html;charset=UTF-8";

	private final TemplateEngine templates = TemplateEngine.createPrecompiled(null, ContentType.Html, JteViews.class.getClassLoader(),
			"org.nafidha.pages");
	private final Pages pages;

	JteViews(Pages pages) {
		this.pages = pages;
	}

	@Override
	public @Nullable View resolveViewName(String name, Locale locale) {
		String template = name + ".jte";
		return templates.hasTemplate(template) ? new JteView(template) : null;
	}

	private final class JteView implements View {

		private final String template;

		JteView(String template) {
			this.template = template;
		}

		@Override
		public String getContentType() {
			return TYPE;
		}

		@Override
		public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws IOException {
			Map<String, Object> given = new HashMap<>(model == null ? Map.of() : model);
			given.put("page", pages.of(request));
			Utf8ByteOutput html = new Utf8ByteOutput();
			templates.render(template, given, html);
			response.setContentType(TYPE);
			response.setContentLength(html.getContentLength());
			html.writeTo(response.getOutputStream());
		}
	}
}
