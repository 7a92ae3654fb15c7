#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/digest.hpp"
#include "base/disk.hpp"
#include "kazakh/calendar.hpp"
#include "xml/document.hpp"

namespace irikteu::act {

inline constexpr std::string_view act_namespace = "urn:irikteu:act:1";

/// One edition of an act: the days on which its text was in force.
struct Edition {
    std::string id;
    base::Date from;                 ///< First day.
    std::optional<base::Date> until; ///< Last day; nullopt while it is in force.
};

/// An act: its folder under templates/, read once. Movable; may be read by several threads while nobody overrides
/// settings. What act.xml holds is described in templates/schema/act.xsd.
class Act {
  public:
    /// Reads `templates_folder`/`id`/act.xml and `templates_folder`/calendar/kz.xml. Throws Error: unreadable_file,
    /// malformed, invalid where act.xml is of another act or lacks what is needed here.
    static Act load(const base::Disk& disk, const std::string& templates_folder, const std::string& id);

    const xml::Document& document() const { return document_; }
    const std::string& id() const { return id_; }
    const std::string& folder() const { return folder_; }                      ///< "templates/kz-535-2015"
    const std::string& templates_folder() const { return templates_folder_; }  ///< "templates"
    /// SHA-256 over the names and bytes of all files in the act's folder, sorted by name: provenance of outputs. Read when
    /// it is first asked for, so that who only judges does not pay for it: the disk has to live until then.
    const base::Digest& digest() const;

    /// The edition in force on that day (a dossier's); nullopt where none was.
    std::optional<Edition> edition(base::Date day) const;
    const std::vector<Edition>& editions() const { return editions_; }  ///< Oldest first.

    /// The element appendix with that id, "1" … "6"; an empty Node where there is none.
    xml::Node appendix(std::string_view appendix_id) const;
    /// The prescribed section or item of an appendix, by its id "4.3"; empty where there is none.
    xml::Node section(std::string_view appendix_id, std::string_view item_id) const;
    /// The element limit, term, document, part, participant_kind … with that id; empty where there is none.
    xml::Node entry(std::string_view element, std::string_view entry_id) const;
    /// Phrases of the act's wording for that use ("placeholder", "contents" …), in the act's order.
    std::vector<std::string> wording(std::string_view use) const;

    std::string document_template(std::string_view file) const;  ///< Path of documents/`file`.
    std::string messages(std::string_view language) const;       ///< Path of messages/`language`.xml.

    /// The working days of the country.
    const kazakh::Calendar& calendar() const { return calendar_; }

    /// A setting's value: the override where there is one, else its default. Throws Error(usage) on an unknown id.
    const std::string& setting(std::string_view setting_id) const;
    /// Every setting as act.xml has it by default.
    void take_default_settings();
    /// Overrides a setting (competition.xml, settings). Throws Error(usage) on an unknown id, or a value that is none of
    /// those that act.xml says are understood.
    void override_setting(std::string_view setting_id, std::string value);
    const std::map<std::string, std::string, std::less<>>& settings() const { return settings_; }

  private:
    struct LazyDigest;
    struct LazyEntries;
    explicit Act(kazakh::Calendar calendar);
    void index();

    xml::Document document_;
    std::string id_, folder_, templates_folder_;
    const base::Disk* disk_ = nullptr;
    std::shared_ptr<LazyDigest> digest_;
    std::shared_ptr<LazyEntries> entries_;
    std::vector<Edition> editions_;
    std::map<std::string, std::string, std::less<>> settings_;
    kazakh::Calendar calendar_;
};

}  // namespace irikteu::act
