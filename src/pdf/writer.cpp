#include "pdf/writer.hpp"

#include <algorithm>

#include "pdf/annotations.hpp"
#include "pdf/attachments.hpp"
#include "pdf/classic_file.hpp"
#include "pdf/color_profile.hpp"
#include "pdf/compact_file.hpp"
#include "pdf/content.hpp"
#include "pdf/form.hpp"
#include "pdf/image.hpp"
#include "pdf/navigation.hpp"
#include "pdf/page_contents.hpp"
#include "pdf/structure.hpp"
#include "pdf/syntax.hpp"
#include "pdf/xmp.hpp"

namespace irikteu::pdf {

namespace {

/// One file in the making.
class DocumentWriter {
  public:
    DocumentWriter(const layout::Pages& pages, FontSession& session, const WriteOptions& options, DocumentFonts& fonts, Deflater& deflater, PageContents::Made made)
        : pages_(pages), session_(session), options_(options), destinations_(pages), fonts_(fonts), deflater_(deflater), made_(std::move(made)) {}

    std::string write() {
        const auto catalog = objects_.reserve();
        page_tree_ = objects_.reserve();
        resources_ = objects_.reserve();
        font_resources_ = objects_.reserve();
        for (std::size_t i = 0; i < pages_.pages.size(); ++i) page_objects_.push_back(objects_.reserve());
        map_ = join_walks(std::move(made_.walks), pages_, objects_);
        std::vector<Reference> contents;
        for (auto& content : made_.contents) contents.push_back(objects_.add(std::move(content), Objects::Packing::open));
        const auto form = write_annotations();
        fonts_.write(font_resources_, objects_, deflater_);
        write_resources();
        write_pages(contents);

        std::string entries = "<</Type/Catalog/Pages " + to_string(page_tree_) + "/Lang";
        append_text_string(entries, pages_.metadata.language);
        entries += "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>";
        entries += "/StructTreeRoot " + to_string(write_structure(pages_, map_, page_objects_, objects_));
        if (form) entries += "/AcroForm " + to_string(*form);
        entries += navigation_entries();
        entries += "/Metadata " + to_string(objects_.add_stream("/Type/Metadata/Subtype/XML", xmp_packet(pages_.metadata, options_.producer)));
        entries += "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile " +
                   to_string(objects_.add_stream("/N 3/Filter/FlateDecode", deflater_.deflate(srgb_profile()))) + ">>]";
        objects_.fill(catalog, entries + ">>", Objects::Packing::open);
        const Trailer trailer{catalog, info()};
        return is_classic() ? write_classic(objects_, trailer) : write_compact(objects_, trailer, deflater_, options_.threads);
    }

  private:
    bool is_classic() const {
        if (options_.container != Container::automatic) return options_.container == Container::classic;
        return std::any_of(pages_.fields.begin(), pages_.fields.end(), [](const auto& field) { return field.kind == layout::Field::Kind::signature; });
    }

    std::vector<std::pair<std::string, std::string>> info() const {
        std::vector<std::pair<std::string, std::string>> entries;
        const auto text = [&](const char* key, const std::string& value) {
            if (value.empty()) return;
            entries.emplace_back(key, std::string());
            append_readable_string(entries.back().second, value);
        };
        const auto& metadata = pages_.metadata;
        text("Title", metadata.title);
        text("Author", metadata.author);
        text("Subject", metadata.subject);
        text("Creator", options_.producer);
        text("Producer", options_.producer);
        if (metadata.date) {
            text("CreationDate", metadata.date->pdf());
            text("ModDate", metadata.date->pdf());
        }
        return entries;
    }

    /// Links and fields; returns the form where there are fields.
    std::optional<Reference> write_annotations() {
        FormWriter form(session_, fonts_, font_resources_, objects_, deflater_);
        std::vector<Reference> widgets;
        for (std::size_t i = 0; i < map_.annotations.size(); ++i) {
            const auto& place = map_.annotations[i];
            std::string value = "<<" + annotation_entries(place, pages_.pages[place.page], page_objects_[place.page], pages_.pages.size() + i);
            if (place.kind == AnnotationPlace::Kind::link) {
                value += link_entries(pages_.links.at(place.index), destinations_);
            } else {
                value += "/Subtype/Widget" + form.entries(pages_.fields[place.index]);
                widgets.push_back(place.object);
            }
            objects_.fill(place.object, value + ">>", place.kind == AnnotationPlace::Kind::field ? Objects::Packing::open : Objects::Packing::packed);
        }
        if (widgets.empty()) return std::nullopt;
        return form.write(widgets);
    }

    /// One dictionary for all pages.
    void write_resources() {
        std::string resources = "<</Font " + to_string(font_resources_);
        if (!pages_.images.empty()) {
            resources += "/XObject<<";
            for (std::uint32_t i = 0; i < pages_.images.size(); ++i) {
                append_name(resources, image_name(i));
                resources += ' ' + to_string(write_image(pages_.images[i], objects_, deflater_));
            }
            resources += ">>";
        }
        objects_.fill(resources_, resources + ">>");
    }

    void write_pages(const std::vector<Reference>& contents) {
        std::string kids;
        for (std::size_t i = 0; i < pages_.pages.size(); ++i) {
            const auto& page = pages_.pages[i];
            std::string value = "<</Type/Page/Parent " + to_string(page_tree_) + "/MediaBox";
            append_rectangle(value, {{}, {}, page.width, page.height}, page.height);
            value += "/Resources " + to_string(resources_) + "/Contents " + to_string(contents[i]) + "/StructParents " + std::to_string(i) + "/Tabs/S";
            if (!map_.pages[i].annotations.empty()) {
                value += "/Annots[";
                for (const auto annotation : map_.pages[i].annotations) value += to_string(map_.annotations[annotation].object) + "\n";
                value += ']';
            }
            objects_.fill(page_objects_[i], value + ">>", Objects::Packing::open);
            append_reference(kids, page_objects_[i]);
            kids += '\n';
        }
        objects_.fill(page_tree_, "<</Type/Pages/Count " + std::to_string(pages_.pages.size()) + "/Kids[" + kids + "]>>");
    }

    /// Entries of the catalog for bookmarks, labels, destinations and attachments.
    std::string navigation_entries() {
        std::string entries, names;
        if (const auto outlines = write_outlines(pages_, destinations_, objects_)) entries += "/PageMode/UseOutlines/Outlines " + to_string(*outlines);
        if (const auto labels = write_page_labels(pages_, objects_)) entries += "/PageLabels " + to_string(*labels);
        if (const auto destinations = write_destinations(pages_, page_objects_, objects_)) names += "/Dests " + to_string(*destinations);
        if (!pages_.attachments.empty()) {
            const auto attachments = write_attachments(pages_, objects_, deflater_);
            entries += "/AF" + attachments.associated;
            names += "/EmbeddedFiles " + to_string(attachments.names);
        }
        return names.empty() ? entries : entries + "/Names<<" + names + ">>";
    }

    const layout::Pages& pages_;
    FontSession& session_;
    const WriteOptions& options_;
    const DestinationNames destinations_;
    Objects objects_;
    DocumentFonts& fonts_;
    Deflater& deflater_;
    PageContents::Made made_;
    ContentMap map_;
    Reference page_tree_, resources_, font_resources_;
    std::vector<Reference> page_objects_;
};

}  // namespace

struct Writing::State {
    State(FontSession& session_in, WriteOptions options_in)
        : session(session_in), options(std::move(options_in)), fonts(session.library()), contents(fonts, options.compression, options.threads) {}
    FontSession& session;
    WriteOptions options;
    DocumentFonts fonts;
    PageContents contents;
};

Writing::Writing(FontSession& fonts, WriteOptions options) : state_(std::make_unique<State>(fonts, std::move(options))) {}
Writing::~Writing() = default;

void Writing::take(layout::Pages& pages, std::uint32_t page) {
    layout::Page taken{pages.pages[page].width, pages.pages[page].height, std::move(pages.pages[page].items), {}};
    pages.pages[page].items = {};
    state_->contents.take(std::move(taken), pages.elements);
}

std::string Writing::finish(const layout::Pages& pages) {
    require_structure(pages);
    auto& contents = state_->contents;
    for (std::size_t i = contents.count(); i < pages.pages.size(); ++i) contents.add(pages.pages[i], pages.elements);
    auto made = contents.finish();
    return DocumentWriter(pages, state_->session, state_->options, state_->fonts, contents.deflater(), std::move(made)).write();
}

std::string write(const layout::Pages& pages, FontSession& fonts, const WriteOptions& options) { return Writing(fonts, options).finish(pages); }

}  // namespace irikteu::pdf
