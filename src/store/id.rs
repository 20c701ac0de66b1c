//! The ids that the store files things under. They are numbers of our own, so that nothing here knows a chat
//! service; each kind is a type, so that a user is never taken for a guild.

use std::fmt;

macro_rules! id {
    ($(#[$doc:meta] $name:ident)+) => {$(
        #[$doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u64);

        impl $name {
            /// The same bits as SQL keeps them; ids above `i64::MAX` become negative there.
            pub(super) fn to_sql(self) -> i64 {
                self.0.cast_signed()
            }

            /// The id whose bits SQL kept.
            pub(super) fn from_sql(bits: i64) -> Self {
                Self(bits.cast_unsigned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }
    )+};
}

id! {
    /// A community; nothing of one is visible in another.
    GuildId
    /// A person.
    UserId
    /// A channel or a thread.
    ChannelId
    /// A group of people in a guild.
    RoleId
    /// A message, or an interaction that is answered like one.
    MessageId
}

#[cfg(test)]
mod tests {
    use super::GuildId;

    #[test]
    fn every_id_survives_sql() {
        for number in [0, 1, i64::MAX.cast_unsigned(), 1 << 63, u64::MAX] {
            assert_eq!(GuildId::from_sql(GuildId(number).to_sql()).0, number);
        }
    }
}
