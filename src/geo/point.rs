//! The kinds of points, kept apart so that degrees are never taken for pixels.

/// A place on the globe, WGS84, degrees: `lon` in -180..=180 east, `lat` in -90..=90 north.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct LonLat {
    /// Degrees east of Greenwich.
    pub lon: f64,
    /// Degrees north of the equator.
    pub lat: f64,
}

/// A point on the screen or on a sheet, CSS pixels, x to the right, y down.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Pixel {
    /// Pixels from the left edge.
    pub x: f64,
    /// Pixels from the top edge.
    pub y: f64,
}

/// An upright box, in the unit of its points.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Rect {
    /// Left edge.
    pub x0: f64,
    /// Top edge.
    pub y0: f64,
    /// Right edge.
    pub x1: f64,
    /// Bottom edge.
    pub y1: f64,
}
