//! Order by chance that can be had again: the same seed gives the same order on every machine.

/// SplitMix64 (Steele, Lea & Flood 2014): small, well mixed, and the same everywhere.
#[derive(Clone, Debug)]
pub struct Seeded(u64);

impl Seeded {
    pub fn new(seed: u64) -> Seeded {
        Seeded(seed)
    }

    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound` (which is at least 1).
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound.max(1)).expect("a length fits in 64 bits");
        usize::try_from(self.next_u64() % bound).expect("smaller than a length")
    }
}

/// The places 0 … count − 1 in an order by chance.
pub fn permutation(count: usize, random: &mut Seeded) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    for last in (1..count).rev() {
        order.swap(last, random.below(last + 1));
    }
    order
}

/// As [`permutation`], but never the order as written: for lines that are to be put in order.
pub fn derangement(count: usize, random: &mut Seeded) -> Vec<usize> {
    let mut order = permutation(count, random);
    if count >= 2 && order.iter().copied().eq(0..count) {
        order.rotate_left(1);
    }
    order
}

/// Whether `order` names each of the places 0 … count − 1 once.
pub fn is_permutation(order: &[usize], count: usize) -> bool {
    let mut seen = vec![false; count];
    order.len() == count && order.iter().all(|&place| place < count && !std::mem::replace(&mut seen[place], true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_one_order_and_orders_differ_between_seeds() {
        let orders: std::collections::HashSet<Vec<usize>> =
            (0..200).map(|seed| permutation(5, &mut Seeded::new(seed))).collect();
        assert!(orders.len() > 70, "only {} of 120 orders in 200 seeds", orders.len());
        assert_eq!(permutation(5, &mut Seeded::new(7)), permutation(5, &mut Seeded::new(7)));
        for seed in 0..200 {
            let order = derangement(3, &mut Seeded::new(seed));
            assert!(is_permutation(&order, 3) && order != [0, 1, 2]);
        }
    }
}
