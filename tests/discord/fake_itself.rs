//! The fake Discord is strict, and what it sends can be read.
