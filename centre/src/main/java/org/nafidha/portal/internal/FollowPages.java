package org.nafidha.portal.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.nafidha.cases.CaseFile;
import org.nafidha.cases.Cases;
import org.nafidha.identity.RateLimits;
import org.nafidha.identity.RateLimits.Limit;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Reference;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a case is, for whoever has its number: steps, units and dates only. What was asked, for which property, and by
 * whom, is for the applicant alone.
 */
@Controller
class FollowPages {

	private final Cases cases;
	private final CaseViews views;
	private final RateLimits limits;

	FollowPages(Cases cases, CaseViews views, RateLimits limits) {
		this.limits = limits;
		this.cases = cases;
		this.views = views;
	}

	@GetMapping("/follow")
	ModelAndView ask(@RequestParam Map<String, String> sent) {
		Form form = Form.of(sent);
		if (!sent.containsKey("number")) {
			return new ModelAndView("portal/follow", "form", form);
		}
		return switch (Reference.parse(form.value("number"))) {
			case Result.Ok<String>(String number) -> new ModelAndView("redirect:/follow/" + number);
			case Result.Refused<String>(Refusal refusal) -> wrong(form, refusal);
		};
	}

	@GetMapping("/follow/{number}")
	ModelAndView follow(@PathVariable String number, @AuthenticationPrincipal Object who, HttpServletRequest request) {
		Optional<Refusal> tooMany = limits.take(Limit.FOLLOWING_BY_ADDRESS, request.getRemoteAddr());
		if (tooMany.isPresent()) {
			return wrong(Form.of(Map.of("number", number)), tooMany.get(), HttpStatus.TOO_MANY_REQUESTS);
		}
		CaseFile file = cases.find(number).orElse(null);
		if (file == null) {
			return wrong(Form.of(Map.of("number", number)), Refusal.of("case.unknown"));
		}
		boolean own = who instanceof SignedIn.Citizen citizen && citizen.personId().equals(file.personId());
		return own ? new ModelAndView("redirect:/my/cases/" + number) : new ModelAndView("portal/followed", "view", views.view(file));
	}

	private static ModelAndView wrong(Form form, Refusal refusal) {
		return wrong(form, refusal, HttpStatus.NOT_FOUND);
	}

	private static ModelAndView wrong(Form form, Refusal refusal, HttpStatus status) {
		return new ModelAndView("portal/follow", Map.of("form", form.reject("number", refusal)), status);
	}
}
