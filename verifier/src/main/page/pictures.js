// Finding a code in a picture: the browser's own reader where there is one, else jsQR, which is fetched only then.

const WORK_PIXELS = 4_000_000;
let detector;
let reader;

async function ownDetector() {
	if (detector === undefined) {
		detector = null;
		if ("BarcodeDetector" in window && (await BarcodeDetector.getSupportedFormats()).includes("qr_code")) detector = new BarcodeDetector({ formats: ["qr_code"] });
	}
	return detector;
}

function jsqr() {
	if (window.jsQR) return Promise.resolve(window.jsQR);
	reader ||= new Promise((resolve, reject) => {
		const script = document.createElement("script");
		script.src = document.documentElement.dataset.jsqr;
		script.onload = () => resolve(window.jsQR);
		script.onerror = () => {
			reader = undefined;
			reject(new Error("the reader of codes could not be fetched"));
		};
		document.head.append(script);
	});
	return reader;
}

function pixels(source, width, height, scale) {
	const canvas = document.createElement("canvas");
	canvas.width = Math.max(1, Math.round(width * scale));
	canvas.height = Math.max(1, Math.round(height * scale));
	const context = canvas.getContext("2d", { willReadFrequently: true });
	context.fillStyle = "#fff";
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.drawImage(source, 0, 0, canvas.width, canvas.height);
	return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** The text of the code in a frame of the camera, or null. */
export async function readFrame(video) {
	const own = await ownDetector();
	if (own) {
		const found = await own.detect(video);
		return found.length > 0 ? found[0].rawValue : null;
	}
	const image = pixels(video, video.videoWidth, video.videoHeight, Math.min(1, 960 / video.videoWidth));
	const found = (await jsqr())(image.data, image.width, image.height, { inversionAttempts: "dontInvert" });
	return found ? found.data : null;
}

/** The text of the code in a picture file, or null; an unreadable picture rejects with `broken`. */
export async function readPicture(bytes, broken) {
	let bitmap;
	try {
		bitmap = await createImageBitmap(new Blob([bytes]));
	} catch (_) {
		return broken();
	}
	try {
		const own = await ownDetector();
		const found = own ? await own.detect(bitmap) : [];
		if (found.length > 0) return found[0].rawValue;
		const find = await jsqr();
		const whole = Math.min(1, Math.sqrt(WORK_PIXELS / (bitmap.width * bitmap.height)));
		for (const scale of [whole, whole / 2, whole / 4]) {
			const image = pixels(bitmap, bitmap.width, bitmap.height, scale);
			const code = find(image.data, image.width, image.height, { inversionAttempts: "dontInvert" });
			if (code) return code.data;
		}
		return null;
	} finally {
		bitmap.close();
	}
}
