//! Brotli and gzip of what is published.

use std::{convert::Infallible, io::Write};

use flate2::{Compression, write::GzEncoder};

use crate::kept::Kept;

/// A way of compressing that browsers accept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// Brotli at quality 11, with a window that holds any file (RFC 7932).
    Brotli,
    /// Gzip at level 9 (RFC 1952), for clients that are old or do not come over TLS.
    Gzip,
}

impl Coding {
    /// What is added to the name of a compressed file.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gz",
        }
    }

    fn compress(self, bytes: &[u8]) -> Vec<u8> {
        // Writing to memory does not fail.
        match self {
            Self::Brotli => {
                let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
                let _ = writer.write_all(bytes);
                writer.into_inner()
            }
            Self::Gzip => {
                let mut writer = GzEncoder::new(Vec::new(), Compression::best());
                let _ = writer.write_all(bytes);
                writer.finish().unwrap_or_default()
            }
        }
    }
}

/// Compresses, and keeps what it has compressed.
#[derive(Clone, Debug, Default)]
pub struct Compressor {
    kept: Kept,
}

impl Compressor {
    /// Keeps what it compresses.
    #[must_use]
    pub fn new(kept: Kept) -> Self {
        Self { kept }
    }

    /// `bytes`, compressed.
    #[must_use]
    pub fn compressed(&self, bytes: &[u8], coding: Coding) -> Vec<u8> {
        let Ok(compressed) = self.kept.or_make(coding.extension(), bytes, || Ok::<_, Infallible>(coding.compress(bytes)));
        compressed
    }

    /// How many bytes `bytes` have when they are compressed with Brotli.
    #[must_use]
    pub fn size(&self, bytes: &[u8]) -> usize {
        self.compressed(bytes, Coding::Brotli).len()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::{Coding, Compressor};
    use crate::kept::Kept;

    const TEXT: &[u8] = "نص النص نص النص".as_bytes();

    #[test]
    fn what_is_compressed_reads_back() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let compressor = Compressor::new(Kept::new(Some(folder.path().to_owned())));
        // The second time from what was kept.
        for _ in 0..2 {
            let (mut once, mut again) = (Vec::new(), Vec::new());
            brotli::Decompressor::new(compressor.compressed(TEXT, Coding::Brotli).as_slice(), 4096).read_to_end(&mut once)?;
            GzDecoder::new(compressor.compressed(TEXT, Coding::Gzip).as_slice()).read_to_end(&mut again)?;
            assert_eq!((once.as_slice(), again.as_slice()), (TEXT, TEXT));
        }
        Ok(())
    }
}
