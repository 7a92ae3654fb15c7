#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "archive/merkle.hpp"

namespace irikteu::archive {

/// A head as it is printed, cited and signed: so many entries, this Merkle root. "60:80591ccf…" in one word.
struct KnownHead {
    std::uint64_t entries = 0;
    Digest root;
    std::string source;  ///< Where it comes from, for messages.
};

/// "60:80591ccf…": as entries cite a head (label Head) and the command line takes it.
std::string to_string(const KnownHead& head);
/// Throws Error(usage) where the text is no such word.
KnownHead known_head(std::string_view text, std::string source);

/// The head as a text to be signed and kept elsewhere:
///     irikteu-archive-checkpoint 1
///     entries 60
///     root 80591ccf…
std::string checkpoint_text(const KnownHead& head);
/// Throws Error(malformed) naming `file` where it is none.
KnownHead from_checkpoint(std::string_view text, const std::string& file);

}  // namespace irikteu::archive
