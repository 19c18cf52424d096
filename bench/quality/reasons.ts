/** Why a target is missed, as far as it is known: shown beside the figure when the run misses it. */
export const REASONS: Record<string, string> = {
  "attack-copy-tail":
    "The goal counts words by who wrote them. An answer that quotes across the seam also quotes runs which only the copier published: they move about ten words’ weight a seam to him, however long the copy.",
  "planted-tv-10":
    "The goal was read off a prototype’s 150 answers, where this mean varies by ±0.0023; of 600 answers by ±0.0012. Runs between replaced words that are too short to count are paid to nobody.",
  "planted-tv-20":
    "Runs between replaced words that are too short to count are paid to nobody; n-gram Shapley, which sees the same runs, misses it too. The goal was read off a prototype’s 150 answers over another corpus.",
  "lds-sampled":
    "Only the first publisher is paid. Where several hold a run, retraining without the first changes little; n-gram Shapley splits it among all of them and meets the goal, but pays for copies.",
  "planted-top1-10":
    "Sources of nearly the same length change places when words are lost; n-gram Shapley, which sees the same runs, does hardly better. The goal was read off a prototype’s 150 answers, where it varies by ±0.02.",
  "planted-tv-30":
    "Every third word or so is replaced: runs too short to count are lost at random. n-gram Shapley, which sees the same runs, does hardly better. The goal was read off a prototype’s 150 answers.",
};
