package org.nafidha.procedures.internal;

/** Things in a row, each as near as possible to where it wants to be and none nearer to the one before than it may. */
final class Spacing {

	private Spacing() {
	}

	/**
	 * The least sum of squares from what is wanted (pool adjacent violators).
	 *
	 * @param gaps least distance of each from the one before; the first is not read
	 * @param weights how much each minds
	 */
	static double[] apart(double[] wanted, double[] gaps, double[] weights) {
		int n = wanted.length;
		double[] means = new double[n];
		double[] heavy = new double[n];
		int[] sizes = new int[n];
		int pools = 0;
		double offset = 0;
		double[] offsets = new double[n];
		for (int i = 0; i < n; i++) {
			offset += i == 0 ? 0 : gaps[i];
			offsets[i] = offset;
			means[pools] = wanted[i] - offset;
			heavy[pools] = weights[i];
			sizes[pools] = 1;
			pools++;
			while (pools > 1 && means[pools - 2] > means[pools - 1]) {
				double both = heavy[pools - 2] + heavy[pools - 1];
				means[pools - 2] = (means[pools - 2] * heavy[pools - 2] + means[pools - 1] * heavy[pools - 1]) / both;
				heavy[pools - 2] = both;
				sizes[pools - 2] += sizes[pools - 1];
				pools--;
			}
		}
		double[] x = new double[n];
		int i = 0;
		for (int pool = 0; pool < pools; pool++) {
			for (int k = 0; k < sizes[pool]; k++, i++) {
				x[i] = means[pool] + offsets[i];
			}
		}
		return x;
	}
}
