package org.nafidha.identity.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nafidha.identity.SavedForms;
import org.nafidha.identity.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forms in the session as JSON. Whose form it is, is told by a mark of the person in a cookie of the browser (it outlives
 * the session, opens nothing, and names nobody): on a shared computer nobody is given what somebody else typed.
 */
@Component
final class SessionForms implements SavedForms {

	static final String FORM = "nafidha.form";
	static final int LONGEST_CHARACTERS = 65_536;
	static final int MOST_FIELDS = 200;

	private static final Set<String> NEVER_KEPT = Set.of("_csrf", "password", "new-password", "repeat-password", "code");

	/** As kept; an empty owner is a visitor's form. */
	record Kept(SavedForm form, String owner) {
	}

	private final Marks marks;
	private final SessionContext sessions;
	private final Cookies cookies;
	private final JsonMapper json = JsonMapper.shared();

	SessionForms(Marks marks, SessionContext sessions, Cookies cookies) {
		this.marks = marks;
		this.sessions = sessions;
		this.cookies = cookies;
	}

	/** The mark that {@link DatabaseSessions} leaves in the browser. */
	String markOf(SignedIn who) {
		return marks.text("last-signed-in", who.actor().text());
	}

	/** Keeps the form that the request carries; false if it is too large. */
	boolean keep(HttpServletRequest request) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		int characters = 0;
		for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
			if (!NEVER_KEPT.contains(field.getKey())) {
				fields.put(field.getKey(), List.of(field.getValue()));
				characters += field.getKey().length() + Arrays.stream(field.getValue()).mapToInt(String::length).sum();
			}
		}
		if (characters > LONGEST_CHARACTERS || fields.size() > MOST_FIELDS) {
			return false;
		}
		String type = request.getContentType();
		SavedForm form = new SavedForm(address(request), fields, type != null && type.startsWith("multipart/"));
		request.getSession().setAttribute(FORM, json.writeValueAsString(new Kept(form, owner(request))));
		return true;
	}

	@Override
	public Optional<SavedForm> waiting(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(FORM) instanceof String text)) {
			return Optional.empty();
		}
		Kept kept = json.readValue(text, Kept.class);
		boolean theirs = kept.owner().isEmpty() || sessions.read(request).filter(who -> kept.owner().equals(markOf(who))).isPresent();
		return theirs ? Optional.of(kept.form()) : Optional.empty();
	}

	@Override
	public Optional<SavedForm> take(HttpServletRequest request, String action) {
		Optional<SavedForm> form = waiting(request).filter(waiting -> waiting.action().equals(action));
		form.ifPresent(taken -> discard(request));
		return form;
	}

	@Override
	public void discard(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(FORM);
		}
	}

	private String owner(HttpServletRequest request) {
		Cookie last = WebUtils.getCookie(request, cookies.lastSignedIn());
		return sessions.read(request).map(this::markOf).orElseGet(() -> last == null ? "" : last.getValue());
	}

	static String address(HttpServletRequest request) {
		String query = request.getQueryString();
		return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
	}
}
