#include "pdf/compact_file.hpp"

#include <array>
#include <memory>
#include <stdexcept>

#include "base/digest.hpp"
#include "pdf/deflate.hpp"
#include "pdf/parallel.hpp"
#include "pdf/syntax.hpp"

namespace irikteu::pdf {

namespace {

/// Objects of one object stream: enough for good compression, few enough for readers that unpack a stream for one object.
constexpr std::size_t kPerStream = 400;

/// Where an object stands (7.5.8.3): by itself at an offset, or in an object stream at an index.
struct Entry {
    std::uint8_t type = 0;
    std::uint64_t where = 0;  ///< Offset, or number of the object stream.
    std::uint32_t index = 0;
};

class CompactFile {
  public:
    CompactFile(const Objects& objects, Deflater& deflater, std::size_t threads) : objects_(objects.all()), threads_(threads), deflater_(deflater) {}

    std::string write(const Trailer& trailer) {
        out_ = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
        entries_.resize(objects_.size() + 1);
        std::vector<std::uint32_t> packed;
        for (std::size_t i = 0; i < objects_.size(); ++i) {
            if (objects_[i].value.empty()) throw std::logic_error("a PDF object was reserved and never filled");
            const auto number = static_cast<std::uint32_t>(i + 1);
            if (objects_[i].packing == Objects::Packing::open) {
                stand(number, objects_[i].value);
            } else {
                packed.push_back(number);
            }
        }
        std::string info = "<<";
        for (const auto& [key, value] : trailer.info) {
            append_name(info, key);
            info += value;
        }
        const auto info_number = next();
        stand(info_number, info + ">>");
        write_packed(packed);
        write_cross_references(trailer.catalog, {info_number});
        return std::move(out_);
    }

  private:
    std::uint32_t next() {
        entries_.emplace_back();
        return static_cast<std::uint32_t>(entries_.size() - 1);
    }

    void stand(std::uint32_t number, std::string_view value) {
        entries_[number] = {1, out_.size(), 0};
        append_integer(out_, number);
        out_ += " 0 obj\n";
        out_ += value;
        out_ += "\nendobj\n";
    }

    void write_packed(const std::vector<std::uint32_t>& packed) {
        std::vector<std::string> streams((packed.size() + kPerStream - 1) / kPerStream);
        std::vector<std::unique_ptr<Deflater>> others;  // A deflater has tables of half a megabyte.
        for (std::size_t i = 1; i < std::min(threads_, streams.size()); ++i) others.push_back(std::make_unique<Deflater>(deflater_.level()));
        // The last first: it has the parent tree and the long arrays of children, and nobody waits for it alone.
        for_each_parallel(streams.size(), threads_, [&](std::size_t done, std::size_t worker) {
            const std::size_t s = streams.size() - 1 - done;
            const auto first = s * kPerStream, last = std::min(packed.size(), first + kPerStream);
            std::string head, body;
            for (auto i = first; i < last; ++i) {
                append_integer(head, packed[i]);
                head += ' ';
                append_integer(head, static_cast<std::int64_t>(body.size()));
                head += ' ';
                body += objects_[packed[i] - 1].value;
                body += '\n';
            }
            std::string entries = "/Type/ObjStm/N ";
            append_integer(entries, static_cast<std::int64_t>(last - first));
            entries += "/First ";
            append_integer(entries, static_cast<std::int64_t>(head.size()));
            streams[s] = stream_value(entries + "/Filter/FlateDecode", (worker == 0 ? deflater_ : *others[worker - 1]).deflate(head + body));
        });
        for (std::size_t s = 0; s < streams.size(); ++s) {
            const auto number = next();
            stand(number, streams[s]);
            const auto first = s * kPerStream, last = std::min(packed.size(), first + kPerStream);
            for (auto i = first; i < last; ++i) entries_[packed[i]] = {2, number, static_cast<std::uint32_t>(i - first)};
        }
    }

    /// Rows of type, place and index, each as the difference to the row above (PNG's filter 2): neighbours differ little.
    std::string table() const {
        constexpr std::size_t kRow = 7;
        std::string rows;
        rows.reserve(entries_.size() * (kRow + 1));
        std::array<std::uint8_t, kRow> above{};
        for (std::size_t number = 0; number < entries_.size(); ++number) {
            const auto& entry = entries_[number];
            const auto index = number == 0 ? 65535 : entry.index;  // Object 0 heads the list of free objects.
            const std::array<std::uint8_t, kRow> row{entry.type,
                                                     static_cast<std::uint8_t>(entry.where >> 24),
                                                     static_cast<std::uint8_t>(entry.where >> 16),
                                                     static_cast<std::uint8_t>(entry.where >> 8),
                                                     static_cast<std::uint8_t>(entry.where),
                                                     static_cast<std::uint8_t>(index >> 8),
                                                     static_cast<std::uint8_t>(index)};
            rows += '\x02';
            for (std::size_t i = 0; i < kRow; ++i) rows += static_cast<char>(row[i] - above[i]);
            above = row;
        }
        return rows;
    }

    void write_cross_references(Reference catalog, Reference info) {
        const auto number = next();
        const auto start = out_.size();
        entries_[number] = {1, start, 0};
        const auto id = base::sha256(out_).hex().substr(0, 32);
        std::string entries = "/Type/XRef/Size ";
        append_integer(entries, static_cast<std::int64_t>(entries_.size()));
        entries += "/W[1 4 2]/Root ";
        append_reference(entries, catalog);
        entries += "/Info ";
        append_reference(entries, info);
        entries += "/ID[<" + id + "><" + id + ">]/DecodeParms<</Predictor 12/Columns 7>>/Filter/FlateDecode";
        stand(number, stream_value(entries, deflater_.deflate(table())));
        out_ += "startxref\n";
        append_integer(out_, static_cast<std::int64_t>(start));
        out_ += "\n%%EOF\n";
    }

    const std::vector<Objects::Object>& objects_;
    std::size_t threads_;
    Deflater& deflater_;
    std::string out_;
    std::vector<Entry> entries_;  ///< By number; 0 is free.
};

}  // namespace

std::string write_compact(const Objects& objects, const Trailer& trailer, Deflater& deflater, std::size_t threads) {
    return CompactFile(objects, deflater, threads).write(trailer);
}

}  // namespace irikteu::pdf
