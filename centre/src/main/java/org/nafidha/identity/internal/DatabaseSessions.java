package org.nafidha.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import org.nafidha.identity.Sessions;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Sessions by Spring Session over {@code identity.spring_session}. */
@Component
final class DatabaseSessions implements Sessions {

	/** The local address that was asked for before the sign-in. */
	static final String WANTED = "nafidha.wanted";

	private final FindByIndexNameSessionRepository<?> repository;
	private final SessionForms forms;
	private final Cookies cookies;
	private final CsrfTokenRepository formTokens;
	private final StaffTries tries;
	private final InstantSource clock;

	DatabaseSessions(FindByIndexNameSessionRepository<?> repository, SessionForms forms, Cookies cookies, CsrfTokenRepository formTokens,
			StaffTries tries, InstantSource clock) {
		this.repository = repository;
		this.forms = forms;
		this.cookies = cookies;
		this.formTokens = formTokens;
		this.tries = tries;
		this.clock = clock;
	}

	@Override
	public String begin(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession();
		request.changeSessionId();
		session.setAttribute(SessionContext.WHO, who.actor().text());
		session.setAttribute(SessionContext.SINCE, clock.instant().getEpochSecond());
		session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, who.actor().text());
		formTokens.saveToken(null, request, response);
		leaveMark(who, response);
		Object wanted = session.getAttribute(WANTED);
		session.removeAttribute(WANTED);
		if (forms.waiting(request).isPresent()) {
			return "/resume";
		}
		forms.discard(request);
		return wanted instanceof String address && isLocal(address) ? address : firstPage(who);
	}

	@Override
	public void end(HttpServletRequest request, HttpServletResponse response) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getPrincipal() instanceof SignedIn.Staff staff) {
			tries.signedOut(staff);
		}
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
		formTokens.saveToken(null, request, response);
	}

	@Override
	public void endAllOf(Actor who) {
		repository.findByPrincipalName(who.text()).keySet().forEach(repository::deleteById);
	}

	@Override
	public void endOthersOf(Actor who, HttpServletRequest request) {
		String here = request.getSession().getId();
		repository.findByPrincipalName(who.text()).keySet().stream().filter(id -> !id.equals(here)).forEach(repository::deleteById);
	}

	/** An address of this centre: {@code //host} and {@code /\host} would lead browsers elsewhere. */
	static boolean isLocal(String address) {
		return address.startsWith("/") && !address.startsWith("//") && address.chars().noneMatch(c -> c < 0x20 || c == '\\');
	}

	private void leaveMark(SignedIn who, HttpServletResponse response) {
		ResponseCookie mark = ResponseCookie.from(cookies.lastSignedIn(), forms.markOf(who)).path("/").httpOnly(true).secure(cookies.secure())
				.sameSite("Lax").build();
		response.addHeader(HttpHeaders.SET_COOKIE, mark.toString());
	}

	/** For staff {@code /staff}, which knows what the officer's roles open. */
	@Override
	public String firstPage(SignedIn who) {
		return who instanceof SignedIn.Staff ? "/staff" : "/";
	}
}
