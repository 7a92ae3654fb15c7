#include <cctype>
#include <set>

#include "pdf_file.hpp"

// Rules on the file's bytes themselves (ISO 19005-3, 6.1): headers, line ends, spelling of objects.
namespace irikteu::pdf_test {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\0'; }
bool is_delimiter(char c) { return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Walks over the objects of a file without its cross-reference table, as they stand.
class RawWalk {
  public:
    RawWalk(const std::string& bytes, Faults& faults) : bytes_(bytes), faults_(faults) {}

    void walk() {
        header();
        while (at_ < bytes_.size()) {
            if (is_space(bytes_[at_])) {
                ++at_;
            } else if (bytes_[at_] == '%') {
                while (at_ < bytes_.size() && bytes_[at_] != '\n' && bytes_[at_] != '\r') ++at_;
            } else if (is_digit(bytes_[at_])) {
                object();
            } else if (bytes_.compare(at_, 4, "xref") == 0) {
                cross_references();
            } else if (!token()) {
                faults_.add("6.1", "byte " + std::to_string(at_) + " can't be read");
                return;
            }
        }
        faults_.require(count_ <= 8388607, "6.1.13", "too many objects");
        const auto end = bytes_.rfind("%%EOF");
        const auto rest = end == std::string::npos ? std::string("absent") : bytes_.substr(end + 5);
        faults_.require(rest.empty() || rest == "\n" || rest == "\r\n" || rest == "\r", "6.1.3", "data after the end-of-file marker");
    }

  private:
    void header() {
        const bool version = bytes_.size() > 15 && bytes_.starts_with("%PDF-1.") && bytes_[7] >= '0' && bytes_[7] <= '7' && (bytes_[8] == '\n' || bytes_[8] == '\r');
        faults_.require(version, "6.1.2", "the header is not %PDF-1.n and one line end");
        if (!version) return;
        const std::size_t next = bytes_.compare(8, 2, "\r\n") == 0 ? 10 : 9;
        bool high = bytes_[next] == '%';
        for (std::size_t i = 1; i <= 4; ++i) high = high && static_cast<unsigned char>(bytes_[next + i]) > 127;
        faults_.require(high, "6.1.2", "no comment of four high bytes after the header");
    }

    bool line_end_before(std::size_t at) const { return at > 0 && (bytes_[at - 1] == '\n' || bytes_[at - 1] == '\r'); }
    bool line_end_at(std::size_t at) const { return at < bytes_.size() && (bytes_[at] == '\n' || bytes_[at] == '\r'); }

    std::string digits() {
        const auto start = at_;
        while (at_ < bytes_.size() && is_digit(bytes_[at_])) ++at_;
        return bytes_.substr(start, at_ - start);
    }

    void object() {
        const auto start = at_;
        const auto number = digits();
        const bool one_space = bytes_[at_] == ' ';
        ++at_;
        digits();
        const bool spaced = one_space && bytes_[at_] == ' ' && bytes_.compare(at_ + 1, 3, "obj") == 0;
        if (!spaced) {  // startxref's number, or the like
            at_ = start;
            digits();
            return;
        }
        at_ += 4;
        ++count_;
        const auto where = "object " + number;
        faults_.require(line_end_before(start), "6.1.9", where + " does not begin a line");
        faults_.require(line_end_at(at_), "6.1.9", where + ": no line end after obj");
        length_ = -1;
        while (at_ < bytes_.size() && bytes_.compare(at_, 6, "endobj") != 0) {
            if (is_space(bytes_[at_])) {
                ++at_;
            } else if (bytes_.compare(at_, 6, "stream") == 0) {
                stream(where);
            } else if (!token()) {
                faults_.add("6.1", where + " can't be read");
                return;
            }
        }
        faults_.require(line_end_before(at_), "6.1.9", where + ": endobj does not begin a line");
        at_ += 6;
        faults_.require(line_end_at(at_), "6.1.9", where + ": no line end after endobj");
    }

    void stream(const std::string& where) {
        at_ += 6;
        const bool line_feed = bytes_.compare(at_, 1, "\n") == 0 || bytes_.compare(at_, 2, "\r\n") == 0;
        faults_.require(line_feed, "6.1.7.1", where + ": no line feed after stream");
        at_ += bytes_[at_] == '\r' ? 2 : 1;
        if (length_ < 0) {
            faults_.add("6.1.7.1", where + ": /Length is not direct");
            at_ = bytes_.find("endstream", at_);
        } else {
            at_ += static_cast<std::size_t>(length_);
            faults_.require(line_end_at(at_), "6.1.7.1", where + ": no line end before endstream, or /Length is wrong");
            while (line_end_at(at_)) ++at_;
        }
        faults_.require(bytes_.compare(at_, 9, "endstream") == 0, "6.1.7.1", where + ": /Length is wrong");
        at_ = bytes_.find("endstream", at_);
        at_ = at_ == std::string::npos ? bytes_.size() : at_ + 9;
    }

    void cross_references() {
        at_ += 4;
        const bool eol = bytes_.compare(at_, 2, "\r\n") == 0 || line_end_at(at_);
        at_ += bytes_.compare(at_, 2, "\r\n") == 0 ? 2 : 1;
        faults_.require(eol && is_digit(bytes_[at_]), "6.1.4", "xref and the subsection header are not separated by one line end");
        const auto trailer = bytes_.find("trailer", at_);
        at_ = trailer == std::string::npos ? bytes_.size() : trailer + 7;
    }

    /// One token of an object; false where there is none.
    bool token() {
        const char c = bytes_[at_];
        if (c == '(') return literal();
        if (c == '<' && bytes_.compare(at_, 2, "<<") != 0) return hexadecimal();
        if (c == '/') return name();
        if (bytes_.compare(at_, 2, "<<") == 0 || bytes_.compare(at_, 2, ">>") == 0) {
            at_ += 2;
            return true;
        }
        if (c == '[' || c == ']') {
            ++at_;
            return true;
        }
        const auto start = at_;
        while (at_ < bytes_.size() && !is_space(bytes_[at_]) && !is_delimiter(bytes_[at_])) ++at_;
        const auto word = bytes_.substr(start, at_ - start);
        number(word);
        return !word.empty();
    }

    void number(const std::string& word) {
        if (word.find_first_not_of("+-0123456789") != std::string::npos || word.find_first_of("0123456789") == std::string::npos) return;
        const auto value = std::stoll(word.substr(0, 18));
        faults_.require(value <= 2147483647 && value >= -2147483648LL, "6.1.13", "the integer " + word + " is out of range");
        if (last_name_ == "Length") length_ = value;
        last_name_.clear();
    }

    bool literal() {
        std::size_t length = 0;
        int depth = 0;
        for (; at_ < bytes_.size(); ++at_) {
            const char c = bytes_[at_];
            if (c == '\\') ++at_;
            else if (c == '(' && depth++ == 0) continue;
            else if (c == ')' && --depth == 0) {
                ++at_;
                faults_.require(length <= 32767, "6.1.13", "a string is longer than 32767 bytes");
                return true;
            }
            ++length;
        }
        return false;
    }

    bool hexadecimal() {
        std::size_t count = 0;
        for (++at_; at_ < bytes_.size() && bytes_[at_] != '>'; ++at_) {
            if (is_space(bytes_[at_])) continue;
            ++count;
            faults_.require(std::isxdigit(static_cast<unsigned char>(bytes_[at_])) != 0, "6.1.6", "a hexadecimal string with another character");
        }
        ++at_;
        faults_.require(count % 2 == 0, "6.1.6", "a hexadecimal string with an odd number of digits");
        faults_.require(count / 2 <= 32767, "6.1.13", "a string is longer than 32767 bytes");
        return true;
    }

    bool name() {
        const auto start = ++at_;
        while (at_ < bytes_.size() && !is_space(bytes_[at_]) && !is_delimiter(bytes_[at_])) ++at_;
        last_name_ = bytes_.substr(start, at_ - start);
        faults_.require(last_name_.size() <= 127, "6.1.13", "the name " + last_name_ + " is longer than 127 bytes");
        return true;
    }

    const std::string& bytes_;
    Faults& faults_;
    std::size_t at_ = 0;
    std::string last_name_;
    long long length_ = -1;
    int count_ = 0;
};

}  // namespace

void check_raw(const PdfFile& file, Faults& faults) { RawWalk(file.bytes(), faults).walk(); }

}  // namespace irikteu::pdf_test
