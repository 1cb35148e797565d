//! Great circles on a globe: in two places, out their distance and what lies between.
//!
//! Of the mathematics library nothing is used, beside the processor's own square root: each function of
//! it would be carried by the widget.

use super::LonLat;
use std::f64::consts::{FRAC_PI_2, PI};

/// Mean radius of the Earth, kilometres (IUGG R1).
pub const EARTH_KM: f64 = 6371.0088;

/// Degrees brought into -180 to below 180.
#[must_use]
pub const fn wrap_degrees(degrees: f64) -> f64 {
    degrees - ((degrees + 180.0) / 360.0).floor() * 360.0
}

/// `value` brought into `low` to `high`. The standard `clamp` would bring the printing of numbers
/// with it, 14 kB, for the message of a panic.
#[must_use]
pub fn between(value: f64, low: f64, high: f64) -> f64 {
    value.max(low).min(high)
}

/// The sine of an angle in radians, right to the last digits for less than a few turns: all that
/// a map asks. The standard one carries 6 kB for angles of millions of turns.
#[must_use]
pub fn sine(angle: f64) -> f64 {
    // Brought to the half turn round 0, where the series is short; each half turn flips the sign.
    let turns = (angle / PI + 0.5).floor();
    let x = angle - turns * PI;
    let square = x * x;
    let mut sum = 1.0;
    let mut n = 21.0;
    while n > 1.0 {
        // Divided first: no division has to wait for the one before.
        sum = 1.0 - sum * (square / (n * (n - 1.0)));
        n -= 2.0;
    }
    let odd = (turns / 2.0).floor() * 2.0 != turns;
    if odd { -x * sum } else { x * sum }
}

/// The arc sine in radians, right to the last digits, by its series where that is short: below a half.
#[must_use]
pub fn arc_sine(x: f64) -> f64 {
    let steep = x.abs() > 0.5;
    let low = if steep { ((1.0 - x.abs()) / 2.0).sqrt() } else { x };
    let square = low * low;
    let mut sum = 1.0;
    let mut n = 49.0;
    while n > 1.0 {
        sum = 1.0 + sum * (square * (n - 2.0) * (n - 2.0) / (n * (n - 1.0)));
        n -= 2.0;
    }
    if steep { (FRAC_PI_2 - 2.0 * low * sum).copysign(x) } else { low * sum }
}

/// Distance along the great circle, kilometres, by the haversine on the mean Earth; within 0.6 %
/// of the ellipsoid.
#[must_use]
pub fn distance_km(a: LonLat, b: LonLat) -> f64 {
    EARTH_KM * angle_between(a, b)
}

/// The great circle from one place to another, the short way.
#[derive(Clone, Copy, Debug)]
pub struct GreatCircle {
    from: [f64; 3],
    to: [f64; 3],
    /// Between the ends, radians.
    angle: f64,
}

impl GreatCircle {
    /// The way from `a` to `b`. Opposite places have no one way: some is taken.
    #[must_use]
    pub fn new(a: LonLat, b: LonLat) -> Self {
        Self { from: vector(a), to: vector(b), angle: angle_between(a, b) }
    }

    /// The place at `t` of the way, 0 to 1.
    #[must_use]
    pub fn at(&self, t: f64) -> LonLat {
        // Ends that (nearly) coincide or oppose each other: the sine below would vanish.
        let end = sine(self.angle);
        let (f, g) = if end < 1e-9 {
            (1.0 - t, t)
        } else {
            (sine((1.0 - t) * self.angle) / end, sine(t * self.angle) / end)
        };
        let mix = |i: usize| f * self.from[i] + g * self.to[i];
        place([mix(0), mix(1), mix(2)])
    }
}

/// The angle between two places seen from the middle of the Earth, radians.
fn angle_between(a: LonLat, b: LonLat) -> f64 {
    let cosines = cosine_of(sine(a.lat.to_radians())) * cosine_of(sine(b.lat.to_radians()));
    let lat = sine((b.lat - a.lat).to_radians() / 2.0);
    let lon = sine((b.lon - a.lon).to_radians() / 2.0);
    2.0 * arc_sine((lat * lat + cosines * lon * lon).min(1.0).sqrt())
}

/// The cosine, never below 0, of an angle whose sine is given.
fn cosine_of(sine: f64) -> f64 {
    (1.0 - sine * sine).max(0.0).sqrt()
}

/// The place as a vector of length 1: towards 0° E on the equator, 90° E, and the north pole.
#[must_use]
pub fn vector(p: LonLat) -> [f64; 3] {
    let lon = p.lon.to_radians();
    let z = sine(p.lat.to_radians());
    let r = cosine_of(z);
    [r * sine(lon + FRAC_PI_2), r * sine(lon), z]
}

/// The place that a vector of any length points to.
#[must_use]
#[inline(always)] // Shared with a later module it would be heavier.
pub fn place([x, y, z]: [f64; 3]) -> LonLat {
    let r = (x * x + y * y).sqrt();
    let length = (r * r + z * z).sqrt();
    if length == 0.0 {
        return LonLat::default();
    }
    let lat = arc_sine(between(z / length, -1.0, 1.0));
    LonLat { lon: if r == 0.0 { 0.0 } else { direction(x / r, y / r) }, lat: lat.to_degrees() }
}

/// Degrees, -180 to 180, of the direction (`x`, `y`) of length 1. The smaller part is asked, for
/// the arc sine is blunt near 1.
fn direction(x: f64, y: f64) -> f64 {
    let angle = if x.abs() >= y.abs() {
        let a = arc_sine(y);
        if x >= 0.0 { a } else { PI.copysign(y) - a }
    } else {
        (FRAC_PI_2 - arc_sine(x)).copysign(y)
    };
    angle.to_degrees()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEKASI: LonLat = LonLat { lon: 106.9896, lat: -6.2349 };

    /// Ends, and d3-geo 3.1.1's distance (km) and the place at a quarter of the way.
    const D3: [(LonLat, f64, f64, f64); 4] = [
        (at(135.3275, 34.4067), 5410.865503155512, 113.31693746690591, 4.161316564480448),
        (at(127.1378, 37.4386), 5286.996532180671, 111.38395363820847, 4.812613847714122),
        (at(-58.4, -34.6), 15222.370008828066, 94.37630735960063, -38.49680372845138),
        (at(179.0, -6.0), 7954.590787275088, 124.97100021836742, -7.242188831947864),
    ];

    #[test]
    fn the_arc_sine_is_that_of_the_standard_library() {
        for step in -1000..=1000 {
            let x = f64::from(step) / 1000.0;
            assert!((arc_sine(x) - x.asin()).abs() < 1e-15, "{x}");
        }
    }

    const fn at(lon: f64, lat: f64) -> LonLat {
        LonLat { lon, lat }
    }

    fn close(a: LonLat, b: LonLat) -> bool {
        wrap_degrees(a.lon - b.lon).abs() < 1e-6 && (a.lat - b.lat).abs() < 1e-6
    }

    #[test]
    fn distances_and_ways_agree_with_d3() {
        for (end, km, lon, lat) in D3 {
            assert!((distance_km(BEKASI, end) - km).abs() < 1e-6);
            let quarter = GreatCircle::new(BEKASI, end).at(0.25);
            assert!(close(quarter, at(lon, lat)), "{quarter:?}");
        }
    }

    #[test]
    fn a_way_begins_and_ends_at_its_ends() {
        for (end, ..) in D3 {
            let way = GreatCircle::new(BEKASI, end);
            assert!(close(way.at(0.0), BEKASI) && close(way.at(1.0), end));
        }
    }

    #[test]
    fn the_same_place_twice_and_opposite_places_give_numbers() {
        for end in [BEKASI, at(BEKASI.lon - 180.0, -BEKASI.lat)] {
            let way = GreatCircle::new(BEKASI, end);
            assert!([0.0, 0.3, 0.5, 1.0].iter().all(|t| way.at(*t).lat.is_finite()));
        }
        assert_eq!(distance_km(BEKASI, BEKASI), 0.0);
    }

    #[test]
    fn the_sine_is_the_standard_one() {
        for i in -2000..2000 {
            let angle = f64::from(i) / 200.0;
            assert!((sine(angle) - angle.sin()).abs() < 1e-15 * 4.0, "{angle}");
        }
        assert_eq!(sine(0.0), 0.0);
    }

    #[test]
    fn degrees_are_wrapped_to_half_a_turn() {
        for (turned, wrapped) in
            [(180.0, -180.0), (-180.0, -180.0), (190.0, -170.0), (-541.0, 179.0)]
        {
            assert_eq!(wrap_degrees(turned), wrapped);
        }
    }
}
