package org.nafidha.web.internal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.nafidha.web.RequestId;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whatever goes wrong becomes a calm page in the reader's language, or a line of JSON for programs; never a stack trace. */
@Controller
@RequestMapping("/error")
class ErrorPages implements ErrorController {

	private static final Set<Integer> OWN_WORDS = Set.of(400, 403, 404, 405, 409, 410, 413, 415, 429, 503);

	@RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
	String page(HttpServletRequest request, HttpServletResponse response, Model model) {
		int status = status(request);
		response.setStatus(status);
		model.addAttribute("status", status);
		model.addAttribute("words", OWN_WORDS.contains(status) ? Integer.toString(status) : status < 500 ? "400" : "500");
		if (status == 413 && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String form) {
			model.addAttribute("back", form); // every form stands at the address it is sent to
		}
		if (request.getHeader("HX-Request") != null) {
			response.setHeader("HX-Retarget", "#messages");
			response.setHeader("HX-Reswap", "innerHTML show:top");
			return "web/errorFragment";
		}
		return "web/error";
	}

	@RequestMapping
	ResponseEntity<Map<String, Object>> line(HttpServletRequest request) {
		int status = status(request);
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON)
				.body(Map.of("status", status, "request", RequestId.of(request)));
	}

	private static int status(HttpServletRequest request) {
		return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
	}
}
