// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

enum Status {
    None,
    Committed,
    Revealed,
    Accepted,
    Rejected,
    Expired
}

/// @title Curation
/// @notice The life of a contribution: committed -> revealed -> accepted | rejected | expired. Its id is its place in the ledger: commit
/// order, so that a copied reveal comes later by construction.
interface ICuration {
    /// `direct` allows commit and reveal in one transaction, giving up protection from front-running.
    struct Policy {
        uint8 minReviews;
        bool direct;
    }

    struct Review {
        uint256 validator; // registry id, strictly ascending
        bool accept;
        uint16 score; // 0..10,000
        bytes32 reasonHash; // keccak256 of the public reason text
        bytes signature; // of the validator's owner over Review(contribution, accept, score, reasonHash)
    }

    struct Contribution {
        bytes32 digest; // the commitment until it is revealed, then the root
        address contributor; // 0 for commons
        uint48 since; // when it entered its status, in seconds
        Status status;
        uint8 minReviews; // what the datanet asked for when it was revealed; 0 before
        uint32 items; // under the root; 0 until it is revealed
        uint32 words;
        uint64 datanet; // registry ids are sequential and fit 64 bits
    }

    event PolicySet(uint256 indexed datanet, uint8 minReviews, bool direct);
    event Committed(
        uint256 indexed id,
        uint256 indexed datanet,
        address indexed contributor,
        bytes32 commitment,
        uint32 words,
        uint128 bond
    );
    event Revealed(uint256 indexed id, bytes32 root, uint32 items, string uri);
    event Reviewed(uint256 indexed id, uint256 indexed validator, bool accept, uint16 score, bytes32 reasonHash);
    event Finalized(uint256 indexed id, Status status, uint256 acceptStake, uint256 rejectStake);
    /// @param item Its index under the root; `WHOLE` (2^32 - 1) for all of them.
    event TakenDown(uint256 indexed id, uint32 indexed item, address indexed by, bytes32 reasonHash);

    error Curation_NotOwner(uint256 datanet, address caller);
    error Curation_NotContributor(uint256 id, address caller);
    error Curation_NotGovernance(address caller);
    error Curation_NotDatanet(uint256 id);
    /// @dev The commons take contributions from governance only.
    error Curation_CommonsClosed();
    error Curation_NotDirect(uint256 datanet);
    error Curation_ZeroReviews();
    error Curation_ZeroWords();
    error Curation_ZeroItems();
    error Curation_BadStatus(uint256 id, Status status);
    error Curation_BadCommitment(uint256 id);
    error Curation_TooEarly(uint256 opensAt);
    error Curation_TooLate(uint256 closedAt);
    /// @param by The contribution that holds the root.
    error Curation_AlreadyContributed(uint256 datanet, bytes32 root, uint256 by);
    error Curation_TooFewReviews(uint256 count, uint256 required);
    error Curation_Unordered(uint256 validator);
    error Curation_NotValidator(uint256 id);
    error Curation_Conflicted(uint256 validator, address signer);
    error Curation_NoStake(uint256 validator);
    /// @dev Neither side has more than half of `total`, the stake of all validators before the reveal.
    error Curation_NoMajority(uint256 acceptStake, uint256 rejectStake, uint256 total);
    error Curation_BadScore(uint256 validator, uint256 score);
    error Curation_BadSignature(uint256 validator);
    error Curation_NotAllowed(uint256 id, address caller);
    error Curation_TakenDownAlready(uint256 id, uint32 item);

    /// @notice Sets how a datanet's contributions revealed from now on are reviewed; `minReviews` of at least 1. Only the datanet's owner.
    function setPolicy(uint256 datanet, Policy calldata policy) external;

    /// @notice Takes a place in the ledger and pulls the bond, `words * BOND_PER_WORD`.
    /// @param commitment commitmentOf(contributor, datanet, root, items, words, uri, salt).
    function commit(uint256 datanet, bytes32 commitment, uint32 words) external returns (uint256 id);

    /// @notice Opens a commitment, at a later time than the commit's and within `REVEAL_WINDOW`. Only its contributor.
    function reveal(uint256 id, bytes32 root, uint32 items, string calldata uri, bytes32 salt) external;

    /// @notice Commit and reveal in one, for datanets whose policy is `direct`: no protection from front-running.
    function contribute(uint256 datanet, bytes32 root, uint32 items, uint32 words, string calldata uri)
        external
        returns (uint256 id);

    /// @notice Decides by signed reviews, weighed by the stake each validator had before the reveal: a majority of all validators' stake accepts,
    /// or rejects. The bond goes back on acceptance and is burnt on rejection: no reviewer gains by rejecting.
    function finalize(uint256 id, Review[] calldata reviews) external;

    /// @notice Closes a commitment nobody revealed, or a contribution nobody decided in `REVIEW_PERIOD`; the bond goes back.
    function expire(uint256 id) external;

    /// @notice Adds to the commons: accepted at once, no bond, no contributor. Only governance.
    function addCommons(bytes32 root, uint32 items, uint32 words, string calldata uri) external returns (uint256 id);

    /// @notice Withdraws an item, or `WHOLE`: its content is dropped by everybody who serves it, from the next version on nothing learns from
    /// it; the tombstone and the hashes stay. Only the contributor, or the arbiter by a verdict. Not reversible.
    function takeDown(uint256 id, uint32 item, bytes32 reasonHash) external;

    function isTakenDown(uint256 id, uint32 item) external view returns (bool);

    function commitmentOf(
        address contributor,
        uint256 datanet,
        bytes32 root,
        uint32 items,
        uint32 words,
        string calldata uri,
        bytes32 salt
    ) external pure returns (bytes32);

    /// @notice `{1, false}` until it is set.
    function policyOf(uint256 datanet) external view returns (Policy memory);
    function bondFor(uint32 words) external view returns (uint128);
    function contributionOf(uint256 id) external view returns (Contribution memory);

    /// @notice The contribution that holds a root in a datanet; 0 if none does.
    function holderOf(uint256 datanet, bytes32 root) external view returns (uint256 id);

    /// @notice The number of contributions; also the newest id.
    function count() external view returns (uint256);
}
