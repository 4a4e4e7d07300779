//! A number that knows how it changes with each parameter (forward-mode differentiation). It knows nothing of memory.

use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::domain::memory::PARAMETER_COUNT;

/// A value with its partial derivatives.
#[derive(Clone, Copy, Debug)]
pub struct Slope {
    pub value: f64,
    pub by: [f64; PARAMETER_COUNT],
}

impl Slope {
    pub fn constant(value: f64) -> Slope {
        Slope { value, by: [0.0; PARAMETER_COUNT] }
    }

    /// The parameter itself.
    pub fn parameter(place: usize, value: f64) -> Slope {
        let mut by = [0.0; PARAMETER_COUNT];
        by[place] = 1.0;
        Slope { value, by }
    }

    pub fn exp(self) -> Slope {
        let value = self.value.exp();
        self.chained(value, value)
    }

    pub fn ln(self) -> Slope {
        self.chained(self.value.ln(), 1.0 / self.value)
    }

    /// For a positive base.
    pub fn powf(self, exponent: Slope) -> Slope {
        (self.ln() * exponent).exp()
    }

    /// Beyond the bounds nothing changes with the parameters any more.
    pub fn clamp(self, least: f64, most: f64) -> Slope {
        if self.value < least {
            Slope::constant(least)
        } else if self.value > most {
            Slope::constant(most)
        } else {
            self
        }
    }

    pub fn min(self, other: Slope) -> Slope {
        if other.value < self.value { other } else { self }
    }

    fn chained(self, value: f64, derivative: f64) -> Slope {
        Slope { value, by: self.by.map(|by| by * derivative) }
    }

    fn joined(self, other: Slope, value: f64, of_self: f64, of_other: f64) -> Slope {
        Slope { value, by: std::array::from_fn(|place| self.by[place] * of_self + other.by[place] * of_other) }
    }
}

impl Add for Slope {
    type Output = Slope;

    fn add(self, other: Slope) -> Slope {
        self.joined(other, self.value + other.value, 1.0, 1.0)
    }
}

impl Sub for Slope {
    type Output = Slope;

    fn sub(self, other: Slope) -> Slope {
        self.joined(other, self.value - other.value, 1.0, -1.0)
    }
}

impl Mul for Slope {
    type Output = Slope;

    fn mul(self, other: Slope) -> Slope {
        self.joined(other, self.value * other.value, other.value, self.value)
    }
}

impl Div for Slope {
    type Output = Slope;

    fn div(self, other: Slope) -> Slope {
        let value = self.value / other.value;
        self.joined(other, value, 1.0 / other.value, -value / other.value)
    }
}

impl Neg for Slope {
    type Output = Slope;

    fn neg(self) -> Slope {
        self.chained(-self.value, -1.0)
    }
}

impl Add<f64> for Slope {
    type Output = Slope;

    fn add(self, other: f64) -> Slope {
        Slope { value: self.value + other, ..self }
    }
}

impl Mul<f64> for Slope {
    type Output = Slope;

    fn mul(self, other: f64) -> Slope {
        self.chained(self.value * other, other)
    }
}
