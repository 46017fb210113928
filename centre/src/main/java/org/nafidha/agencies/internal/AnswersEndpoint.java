package org.nafidha.agencies.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.nafidha.identity.RateLimits;
import org.nafidha.identity.RateLimits.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Where agencies deliver answers that took longer: 204 once it is stored, 404 for a question nobody asked, 422 for what cannot be used, 503 for what the case cannot take just now (send it again), 429 when too much of that came from one place. */
@Controller
class AnswersEndpoint {

	private static final int LONGEST_ID = 60;
	private static final int LONGEST_SIGNATURE = 200;

	private final LateAnswers answers;
	private final RateLimits limits;

	AnswersEndpoint(LateAnswers answers, RateLimits limits) {
		this.answers = answers;
		this.limits = limits;
	}

	@PostMapping(Wire.ANSWERS)
	ResponseEntity<Void> take(@RequestHeader("X-Road-Id") String id, @RequestHeader("X-Nafidha-Signature") String signature,
			HttpServletRequest request)
			throws IOException {
		if (limits.take(Limit.AGENCY_ANSWERS_BY_ADDRESS, request.getRemoteAddr()).isPresent()) {
			return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
		}
		byte[] body = request.getInputStream().readNBytes(Wire.LARGEST_ANSWER_BYTES + 1);
		if (body.length > Wire.LARGEST_ANSWER_BYTES || id.length() > LONGEST_ID || signature.length() > LONGEST_SIGNATURE) {
			return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
		}
		return ResponseEntity.status(switch (answers.take(id, signature, body)) {
			case TAKEN -> {
				limits.giveBack(Limit.AGENCY_ANSWERS_BY_ADDRESS, request.getRemoteAddr());
				yield HttpStatus.NO_CONTENT;
			}
			case UNKNOWN -> HttpStatus.NOT_FOUND;
			case REJECTED -> HttpStatus.UNPROCESSABLE_CONTENT;
			case NOT_NOW -> HttpStatus.SERVICE_UNAVAILABLE;
		}).build();
	}
}
