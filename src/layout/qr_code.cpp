#include "layout/qr_code.hpp"

#include <dlfcn.h>
#include <qrencode.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/error.hpp"

namespace irikteu::layout {

using base::ErrorCode;

namespace {

constexpr double kModule = kQrModule;
constexpr int kQuiet = 4;        // Modules, ISO/IEC 18004, 9.1.

// Loaded when the first code is wanted: most papers have none, and they are to start quickly.
struct Library {
    decltype(&::QRcode_encodeString) encode;
    decltype(&::QRinput_new2) new_input;
    decltype(&::QRinput_appendECIheader) append_eci;
    decltype(&::QRinput_append) append;
    decltype(&::QRcode_encodeInput) encode_input;
    decltype(&::QRinput_free) free_input;
    decltype(&::QRcode_free) free;
};

const Library& library() {
    static const Library loaded = [] {
        constexpr const char* kFile = "libqrencode.so.4";  // The ABI that <qrencode.h> of 4.x declares.
        void* const handle = ::dlopen(kFile, RTLD_NOW | RTLD_LOCAL);
        const auto symbol = [handle](const char* name) {
            void* const address = handle == nullptr ? nullptr : ::dlsym(handle, name);
            if (address == nullptr) {
                throw base::Error(ErrorCode::environment, std::string("libqrencode is needed for ir:qr-code, and it is not installed: ") + ::dlerror(), {kFile, 0, 0, {}});
            }
            return address;
        };
        return Library{reinterpret_cast<decltype(Library::encode)>(symbol("QRcode_encodeString")),
                       reinterpret_cast<decltype(Library::new_input)>(symbol("QRinput_new2")),
                       reinterpret_cast<decltype(Library::append_eci)>(symbol("QRinput_appendECIheader")),
                       reinterpret_cast<decltype(Library::append)>(symbol("QRinput_append")),
                       reinterpret_cast<decltype(Library::encode_input)>(symbol("QRcode_encodeInput")),
                       reinterpret_cast<decltype(Library::free_input)>(symbol("QRinput_free")),
                       reinterpret_cast<decltype(Library::free)>(symbol("QRcode_free"))};
    }();
    return loaded;
}

QRecLevel correction(const FoTree& tree, const FoNode& node) {
    const std::string_view level = node.attribute("correction");
    if (level == "L") return QR_ECLEVEL_L;
    if (level.empty() || level == "M") return QR_ECLEVEL_M;
    if (level == "Q") return QR_ECLEVEL_Q;
    if (level != "H") tree.fail(ErrorCode::invalid, node, "correction must be L, M, Q or H");
    return QR_ECLEVEL_H;
}

// Bytes mean ISO 8859-1 where nothing else is said (ISO/IEC 18004, 7.3.2), and readers guess otherwise: what is not ASCII says that it is UTF-8.
QRcode* encode(const std::string& text, QRecLevel level) {
    const Library& lib = library();
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) return lib.encode(text.c_str(), 0, level, QR_MODE_8, 1);
    constexpr unsigned kUtf8 = 26;  // Of the AIM's ECI assignments.
    const std::unique_ptr<QRinput, decltype(Library::free_input)> input(lib.new_input(0, level), lib.free_input);
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    if (!input || lib.append_eci(input.get(), kUtf8) != 0 || lib.append(input.get(), QR_MODE_8, static_cast<int>(text.size()), bytes) != 0) return nullptr;
    return lib.encode_input(input.get());
}

// The outlines of the dark modules, the dark always on the right hand: where four corners meet, even-odd filling is right
// whichever way is taken.
class Outlines {
  public:
    Outlines(const unsigned char* modules, int width) : modules_(modules), width_(width), seen_(static_cast<std::size_t>((width + 1) * (width + 1))) {}

    std::vector<Drawing::Segment> run() {
        for (int y = 0; y < width_; ++y) {
            for (int x = 0; x < width_; ++x) {
                const bool upper_edge = dark(x, y) && !dark(x, y - 1);
                if (upper_edge && !seen_[at(x, y)]) walk(x, y);
            }
        }
        return std::move(segments_);
    }

  private:
    enum Direction { right, down, left, up };

    bool dark(int x, int y) const { return x >= 0 && y >= 0 && x < width_ && y < width_ && (modules_[y * width_ + x] & 1) != 0; }
    std::size_t at(int x, int y) const { return static_cast<std::size_t>(y * (width_ + 1) + x); }

    // From the upper left corner of a module along its upper edge, and around.
    void walk(const int from_x, const int from_y) {
        int x = from_x, y = from_y;
        Direction way = right;
        char command = 'M';
        do {
            segments_.push_back({command, 0, 0, 0, 0, (x + kQuiet) * kModule, (y + kQuiet) * kModule});
            command = 'L';
            const Direction along = way;
            do {
                if (way == right) seen_[at(x, y)] = true;
                x += way == right ? 1 : way == left ? -1 : 0;
                y += way == down ? 1 : way == up ? -1 : 0;
                way = turned(x, y, way);
            } while (way == along && !(x == from_x && y == from_y));
        } while (x != from_x || y != from_y || way != right);
        segments_.push_back({'Z', 0, 0, 0, 0, 0, 0});
    }

    // At a corner: to the right where nothing dark is ahead on the right, to the left where the dark is on both sides.
    Direction turned(int x, int y, Direction way) const {
        const bool ahead_right = way == right ? dark(x, y) : way == down ? dark(x - 1, y) : way == left ? dark(x - 1, y - 1) : dark(x, y - 1);
        if (!ahead_right) return static_cast<Direction>((way + 1) % 4);
        const bool ahead_left = way == right ? dark(x, y - 1) : way == down ? dark(x, y) : way == left ? dark(x - 1, y) : dark(x - 1, y - 1);
        return ahead_left ? static_cast<Direction>((way + 3) % 4) : way;
    }

    const unsigned char* modules_;
    int width_;
    std::vector<bool> seen_;
    std::vector<Drawing::Segment> segments_;
};

}  // namespace

Drawing make_qr_code(const FoTree& tree, const FoNode& node) {
    const std::string text(node.attribute("text"));
    if (text.empty()) tree.fail(ErrorCode::invalid, node, "needs a text");
    const QRecLevel level = correction(tree, node);
    const std::unique_ptr<QRcode, decltype(Library::free)> code(encode(text, level), library().free);
    if (!code) {
        if (errno == ERANGE) tree.fail(ErrorCode::limit_exceeded, node, "its text of " + std::to_string(text.size()) + " bytes is more than a QR code of that correction holds");
        tree.fail(ErrorCode::environment, node, "no memory for the code");
    }
    Drawing drawing;
    drawing.width = drawing.height = (code->width + 2 * kQuiet) * kModule;
    drawing.shapes.push_back({Outlines(code->data, code->width).run(), node.style->color, true, 0});
    return drawing;
}

}  // namespace irikteu::layout
