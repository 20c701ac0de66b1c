//! Numbers side by side as bytes, little end first: a list that is read in one piece instead of one by one.
//! For `#[serde(with = "crate::text::packed")]`.

use serde::de::{Error, Visitor};
use serde::{Deserializer, Serializer};

/// A number of a fixed size.
pub trait Fixed: Copy {
    /// Its size in bytes.
    const SIZE: usize;
    /// Appends its bytes.
    fn write(self, bytes: &mut Vec<u8>);
    /// Reads it from `SIZE` bytes.
    fn read(bytes: &[u8]) -> Option<Self>;
}

macro_rules! fixed {
    ($($number:ty)+) => {$(
        impl Fixed for $number {
            const SIZE: usize = size_of::<$number>();
            fn write(self, bytes: &mut Vec<u8>) {
                bytes.extend(self.to_le_bytes());
            }
            fn read(bytes: &[u8]) -> Option<Self> {
                Some(Self::from_le_bytes(bytes.try_into().ok()?))
            }
        }
    )+};
}

fixed!(i8 u16 u32 f32);

/// Writes the numbers as one run of bytes.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<T: Fixed, S: Serializer>(numbers: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    let mut bytes = Vec::with_capacity(numbers.len() * T::SIZE);
    for number in numbers {
        number.write(&mut bytes);
    }
    serializer.serialize_bytes(&bytes)
}

/// Reads the numbers back.
///
/// # Errors
/// When the bytes do not make whole numbers.
pub fn deserialize<'de, T: Fixed, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_bytes(Bytes(std::marker::PhantomData))
}

struct Bytes<T>(std::marker::PhantomData<T>);

impl<T: Fixed> Visitor<'_> for Bytes<T> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "numbers of {} bytes", T::SIZE)
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        let numbers = bytes
            .chunks(T::SIZE)
            .map(T::read)
            .collect::<Option<Vec<T>>>();
        numbers.ok_or_else(|| E::invalid_length(bytes.len(), &self))
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Lists {
        #[serde(with = "super")]
        floats: Vec<f32>,
        #[serde(with = "super")]
        small: Vec<i8>,
        #[serde(with = "super")]
        large: Vec<u32>,
    }

    #[test]
    fn lists_are_read_back_and_broken_ones_refused() {
        let lists = Lists {
            floats: vec![0.5, -3.25],
            small: vec![-128, 0, 127],
            large: vec![u32::MAX, 7],
        };
        let bytes = postcard::to_stdvec(&lists).unwrap();
        assert_eq!(postcard::from_bytes::<Lists>(&bytes), Ok(lists));
        // Three bytes are no whole number of four.
        assert!(postcard::from_bytes::<Lists>(&[3, 0, 0, 0, 0, 0]).is_err());
    }
}
