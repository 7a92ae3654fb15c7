#pragma once

#include "layout/fo_tree.hpp"
#include "layout/svg.hpp"

namespace irikteu::layout {

constexpr double kQrModule = 1.2;  ///< Points.

/// The picture of an ir:qr-code (ISO/IEC 18004): its `text`, as UTF-8 that says so (ECI 26) where it is not ASCII, in the smallest symbol that holds it at the `correction` L, M, Q or H
/// [M], one even-odd path of the style's colour around the dark modules, with a quiet zone of four modules on each side. A module is
/// 1.2 pt (0.42 mm) wide where nothing scales the picture. Throws Error: invalid (no text, an unknown correction), limit_exceeded
/// (more than one symbol holds: 2331 bytes at M), environment (libqrencode is not installed).
Drawing make_qr_code(const FoTree& tree, const FoNode& node);

}  // namespace irikteu::layout
