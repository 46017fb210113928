package org.nafidha.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nafidha.platform.Texts;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The reader's language: {@code ?lang=en} chooses and is remembered in a cookie; otherwise the cookie; otherwise Arabic,
 * whatever the browser says: phones here are often set to English for people who read Arabic.
 */
@Component("localeResolver")
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class Language extends OncePerRequestFilter implements LocaleResolver {

	private static final String COOKIE = "nafidha-lang";
	private static final String CHOSEN = Language.class.getName();
	private static final Duration REMEMBERED = Duration.ofDays(365);
	private static final Pattern CHOICE = Pattern.compile("(?:^|&)lang=(ar|en)(?:&|$)");

	static Locale of(HttpServletRequest request) {
		return request.getAttribute(CHOSEN) instanceof Locale chosen ? chosen : remembered(request);
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		return of(request);
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		request.setAttribute(CHOSEN, locale);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String query = request.getQueryString();
		Matcher choice = CHOICE.matcher(query == null ? "" : query);
		if (choice.find()) {
			String language = choice.group(1);
			request.setAttribute(CHOSEN, locale(language));
			ResponseCookie cookie = ResponseCookie.from(COOKIE, language).path("/").maxAge(REMEMBERED).sameSite("Lax").httpOnly(true)
					.secure(request.isSecure()).build();
			response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
		}
		chain.doFilter(request, response);
	}

	private static Locale remembered(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		if (cookies != null) {
			for (Cookie cookie : cookies) {
				if (cookie.getName().equals(COOKIE)) {
					return locale(cookie.getValue());
				}
			}
		}
		return Texts.ARABIC;
	}

	private static Locale locale(String language) {
		return "en".equals(language) ? Texts.ENGLISH : Texts.ARABIC;
	}
}
